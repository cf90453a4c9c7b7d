package org.junheng.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.Catalogue;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.query.PublishedParts;
import org.junheng.jobs.query.RunDatabase;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.trace.Reach;
import org.junheng.jobs.trace.Recomputed;
import org.junheng.jobs.trace.Scope;
import org.junheng.jobs.trace.Withheld;
import org.junheng.jobs.trace.Worked;
import org.junheng.subject.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every metric of the catalogue is followed from a number of a small delivery or of the sample: told by numbers, and computed again from its rows with the same bits. The list says of which that
 * is not so, and why.
 */
@Tag("long")
class TraceCatalogueTest {
    private static final int VALUE = 3;
    private static final Withheld NOTHING = new Withheld(new Disclosure(0, 0, 0, false), new TreeSet<>());

    /** Metrics that neither gives a number. */
    private static final SortedMap<String, String> UNTRACED = new TreeMap<>(
            Map.of(
                    "impact.spillover_county",
                    "schools of townships without a joiner, beside counties without any: the drawn clusters lie in every county; RingsTest"));

    @Test
    void everyMetricIsFollowedToItsRowsAndBack() throws IOException {
        SortedSet<String> missing = new TreeSet<>();
        Catalogue.entries().forEach(entry -> missing.add(entry.definition().id()));
        List<String> silent = new ArrayList<>();
        for (TracedProvince province : List.of(TracedProvince.rich(), TracedProvince.sample())) {
            SortedMap<String, Measures> numbers = first(province, missing);
            silent.addAll(silent(province, numbers.values()));
            again(province, numbers);
            numbers.values().forEach(number -> missing.remove(number.metricId()));
        }
        assertEquals(List.of(), silent, "numbers that no equation, no published number and no row tells");
        assertEquals(UNTRACED.keySet(), missing);
    }

    /** Beside a change of the lead's value-added stand the two numbers whose difference it is, to the last bit. */
    @Test
    void theChangeOfALeadIsTheDifferenceOfItsCohorts() throws IOException {
        List<Measures> changes = TracedProvince.rich().published().values().stream()
                .filter(m -> m.metricId().equals("stock.lead_value_added_change") && m.value() != null)
                .toList();
        assertFalse(changes.isEmpty());
        try (RunDatabase database = RunDatabase.of(TracedProvince.rich().run())) {
            for (Measures change : changes) {
                List<List<Object>> parts = PublishedParts.of(database, change, key(change))
                        .map(found -> found.rows().rows())
                        .orElse(List.of());
                assertEquals(2, parts.size(), key(change));
                assertEquals(
                        String.valueOf(change.baseYear()),
                        String.valueOf(parts.get(0).get(0)));
                assertEquals(
                        change.value(),
                        (double) parts.get(1).get(VALUE) - (double) parts.get(0).get(VALUE));
            }
        }
    }

    /** One number of each metric, one that is not 0 where there is any. */
    private static SortedMap<String, Measures> first(TracedProvince province, Collection<String> metrics) {
        SortedMap<String, Measures> first = new TreeMap<>();
        province.published().values().stream()
                .filter(number -> metrics.contains(number.metricId()))
                .filter(number -> number.value() != null && number.status() != Status.SUPPRESSED)
                .forEach(number -> first.merge(
                        number.metricId(),
                        number,
                        (one, other) -> Double.valueOf(0).equals(one.value()) ? other : one));
        SortedMap<String, Measures> numbers = new TreeMap<>();
        first.values().forEach(number -> numbers.put(key(number), number));
        return numbers;
    }

    private static List<String> silent(TracedProvince province, Collection<Measures> numbers) {
        List<String> silent = new ArrayList<>();
        try (RunDatabase database = RunDatabase.of(province.run())) {
            for (Measures number : numbers) {
                boolean isTold = !Worked.of(province.measured(), province.file().evaluation(), number, NOTHING)
                                .lines()
                                .isEmpty()
                        || PublishedParts.of(database, number, key(number)).isPresent();
                if (!isTold) {
                    silent.add(key(number) + " = " + number.value());
                }
            }
        }
        return silent;
    }

    /** As the command does, numbers of one scope together. */
    private static void again(TracedProvince province, SortedMap<String, Measures> numbers) {
        Map<Object, List<Measures>> byScope = new LinkedHashMap<>();
        numbers.values().forEach(number -> {
            Scope.Asked asked = Scope.Asked.of(number);
            byScope.computeIfAbsent(asked.reach() == Reach.DELIVERY ? Reach.DELIVERY : asked, s -> new ArrayList<>())
                    .add(number);
        });
        byScope.values().forEach(together -> {
            Scope scope = Scope.of(province.checked(), Scope.Asked.of(together.get(0)));
            List<String> keys = together.stream().map(TraceCatalogueTest::key).toList();
            SortedMap<String, Measures> again = Recomputed.of(
                            scope, province.file().evaluation(), province.file().rules())
                    .numbers(keys);
            together.forEach(number -> assertEquals(number, again.get(key(number))));
        });
    }

    private static String key(Measures number) {
        return TracedProvince.key(Schema.of(Measures.class).row(number));
    }
}
