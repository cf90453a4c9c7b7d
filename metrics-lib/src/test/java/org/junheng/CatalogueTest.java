package org.junheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junheng.metric.Definition;
import org.junheng.metric.Entry;
import org.junheng.metric.Metric;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.subject.SchoolsView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Pattern CLAUSE = Pattern.compile("([a-z]+-\\d{4}):([A-Z]+)(.*)");
    private static final Pattern RANGE = Pattern.compile("([A-Z])(\\d)-\\1(\\d)");

    static List<Definition> definitions() {
        return Catalogue.definitions();
    }

    @Test
    void noTwoEntriesWriteTheSameRow() {
        Set<List<Object>> seen = new HashSet<>();
        for (Entry entry : Catalogue.entries()) {
            List<Object> row = new ArrayList<>(List.of(entry.definition().id()));
            if (entry instanceof Metric<?> metric) {
                row.add(metric.facetSuffix());
                row.add(metric.grouping());
            }
            assertTrue(seen.add(row), () -> "twice: " + row);
        }
    }

    @Test
    void everyIdHasOneDefinition() {
        List<String> ids = definitions().stream().map(Definition::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        for (Entry entry : Catalogue.entries()) {
            Definition own = entry.definition();
            assertEquals(own, Catalogue.definition(own.id()).orElseThrow(), own.id());
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyDefinitionIsComplete(Definition definition) {
        assertTrue(definition.id().matches("[a-z]+(_[a-z]+)*\\.[a-z0-9]+(_[a-z0-9]+)*"), definition.id());
        for (String text : List.of(
                definition.name().zh(),
                definition.name().en(),
                definition.formula(),
                definition.version(),
                definition.unit(),
                definition.missing().zh(),
                definition.missing().en(),
                definition.reference())) {
            assertFalse(text.isBlank(), definition.id());
        }
        assertTrue(definition.name().zh().codePoints().anyMatch(Character::isIdeographic), definition.id());
        assertTrue(definition.missing().zh().codePoints().anyMatch(Character::isIdeographic), definition.id());
        assertFalse(definition.inputs().isEmpty(), definition.id());
        for (String input : definition.inputs()) {
            assertTrue(input.matches("[a-z_]+\\.[a-z0-9_]+(\\|[a-z_]+\\.[a-z0-9_]+)*"), input);
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyClauseRefersToSomething(Definition definition) {
        for (String clause : definition.clauses()) {
            assertTrue(refersToSomething(clause), () -> definition.id() + ": " + clause);
        }
    }

    @Test
    void metricsAreThoseOfTheirView() {
        List<Metric<SchoolsView>> gaps = Catalogue.metrics(SchoolsView.class);
        assertTrue(gaps.size() > 10);
        gaps.forEach(gap -> assertSame(SchoolsView.class, gap.view()));
        assertEquals(List.of(), Catalogue.metrics(String.class));
        assertTrue(Catalogue.definition("gap.unheard_of").isEmpty());
    }

    /** Ids that others already rely on. */
    @Test
    void holdsTheIdsOfTheContractThatAreBuilt() {
        for (String id : List.of(
                "count.schools",
                "coverage.data",
                "gap.mean",
                "gap.sd",
                "gap.cv",
                "gap.cv_composite",
                "gap.gini",
                "gap.theil",
                "gap.theil_between",
                "gap.theil_within",
                "gap.mld",
                "gap.p90_p10",
                "gap.between_school_share",
                "gap.hedges_g",
                "gap.difference_rate",
                "gap_change.cv",
                "gap_change.cv_same_schools",
                "satisfaction.rate",
                "stock.quality_schools")) {
            assertTrue(Catalogue.definition(id).isPresent(), id);
        }
    }

    /** A dimension or a rule of Yunnan, Shandong and others by its id, or a rule, a facet or a range of rules of a book that comes with the program. */
    private static boolean refersToSomething(String clause) {
        if (clause.matches("YN-(D[1-5]|0[1-9]|1[0-9])|SD-0[1-8]|MOE43-0[1-4]|S003-0[1-8]|ZJ-0[12]")) {
            return true;
        }
        Matcher parts = CLAUSE.matcher(clause);
        return parts.matches() && isIn(parts.group(1), parts.group(2) + parts.group(3));
    }

    private static boolean isIn(String policy, String id) {
        List<Rule> rules =
                RuleBook.known().contains(policy) ? RuleBook.of(policy).rules() : List.of();
        Matcher range = RANGE.matcher(id);
        if (range.matches() && rules.stream().noneMatch(r -> r.facet().equals(id))) {
            int from = Integer.parseInt(range.group(2));
            int to = Integer.parseInt(range.group(3));
            return java.util.stream.IntStream.rangeClosed(from, to).allMatch(i -> isIn(policy, range.group(1) + i));
        }
        return rules.stream().anyMatch(r -> r.id().equals(id) || r.facet().equals(id))
                || (policy.equals("national-2017") && isOfThe32(id));
    }

    /** 7 resources, 15 of government, 9 of quality, 1 of recognition. */
    private static boolean isOfThe32(String id) {
        return id.matches("R[1-7]|G([1-9]|1[0-5])|Q[1-9]|S1");
    }

    /** A count of schools adds up from county to province; what counts among answers is tested, and shares its cells with what it was counted from. */
    @Test
    void tellsWhatAddsUpAndWhatIsAShareOfAnswers() {
        List<String> additive = Catalogue.additive();
        assertTrue(additive.contains("count.schools"), additive.toString());
        assertFalse(additive.contains("gap.cv"));
        assertTrue(Catalogue.sampled().contains("satisfaction.rate"));
        assertFalse(Catalogue.sampled().contains("gap.cv"));
        List<String> sharing = Catalogue.sharing("satisfaction.rate").stream()
                .map(metric -> metric.definition().id())
                .toList();
        assertTrue(sharing.contains("satisfaction.change"), sharing.toString());
        assertEquals(List.of(), Catalogue.sharing("gap.cv"));
    }
}
