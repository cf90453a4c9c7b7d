package org.junheng.jobs.stage;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.stock.QualityDefinition;
import org.junheng.stock.QualityDefinition.Evidence;
import org.junheng.stock.StockAccount.Between;
import org.junheng.stock.StockAccount.Entry;
import org.junheng.stock.StockEntry;
import org.junheng.subject.About;
import org.junheng.subject.Register;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** What the entries of an account rest on: the pupils of the school, and where the definition asks them the answers of the parents, of the end at which they are fewer. */
final class StockEntries {
    private final Map<String, SchoolFacts> opening;
    private final Map<String, SchoolFacts> closing;
    private final Function<SchoolFacts, Evidence> evidence;
    private final Between years;
    private final QualityDefinition definition;

    StockEntries(
            Register register, Function<SchoolFacts, Evidence> evidence, Between years, QualityDefinition definition) {
        this.opening = schools(register, years.base());
        this.closing = schools(register, years.year());
        this.evidence = evidence;
        this.years = years;
        this.definition = definition;
    }

    private static Map<String, SchoolFacts> schools(Register register, int year) {
        return register.schools(year).stream()
                .collect(Collectors.toMap(SchoolFacts::school, s -> s, (first, second) -> first));
    }

    StockEntry of(Entry entry) {
        String school = entry.school().school();
        return new StockEntry(
                About.of(new Subject(SubjectType.SCHOOL, school), years.year())
                        .since(years.base())
                        .facet(definition.version() + ":" + entry.line()),
                entry.line(),
                entry.comes(),
                fewest(school, SchoolFacts::pupils),
                definition.kind() == QualityDefinition.Kind.OFFICIAL
                        ? null
                        : fewest(school, s -> evidence.apply(s).answered()));
    }

    private @Nullable Long fewest(String school, Function<SchoolFacts, @Nullable Double> count) {
        return Stream.of(opening, closing)
                .map(end -> end.get(school))
                .filter(Objects::nonNull)
                .map(count)
                .filter(Objects::nonNull)
                .map(Double::longValue)
                .min(Long::compare)
                .orElse(null);
    }
}
