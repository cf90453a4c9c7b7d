package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junheng.jobs.publish.Dictionary;
import org.junheng.jobs.table.Metrics;
import org.junheng.jobs.table.Rules;
import org.junheng.metric.Words;
import org.junheng.rules.RuleBook;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the catalogue and the rule books may publish has words in both languages: no reader meets a code. */
class WordsForCodesTest {
    private static final Places NO_PLACES = new Places(new TreeMap<>());

    /** Capitals or small letters joined by underscores, or a word in capitals. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z]+_[A-Za-z_]+|\\b[A-Z]{4,}\\b");

    private static final List<Rules> RULES = RuleBook.known().stream()
            .flatMap(policy -> Dictionary.rules(RuleBook.of(policy)).stream())
            .toList();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyUnitAndDimensionOfTheCatalogueHasWords(Language language) {
        Wording wording = Wording.in(language);
        assertEquals(
                List.of(),
                without(
                        wording,
                        "unit.",
                        Stream.concat(
                                Dictionary.rows().stream().map(Metrics::unit),
                                RULES.stream().map(Rules::unit))));
        assertEquals(
                List.of(),
                without(wording, "dimension.", Dictionary.rows().stream().map(Metrics::dimension)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWordOfTheClosedVocabulariesHasWords(Language language) {
        Wording wording = Wording.in(language);
        assertEquals(
                List.of(), without(wording, "stage.", Stream.of(Stage.values()).map(Stage::name)));
        assertEquals(
                List.of(),
                without(wording, "status.", Stream.of(Status.values()).map(Status::name)));
        assertEquals(List.of(), without(wording, "type.", types()));
        assertEquals(List.of(), without(wording, "policy.", RULES.stream().map(Rules::policy)));
        assertEquals(List.of(), without(wording, "binding.", RULES.stream().map(Rules::severity)));
        assertEquals(List.of(), without(wording, "basis.", RULES.stream().map(Rules::basis)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFacetOfTheRuleBooksHasWords(Language language) {
        TreeMap<String, String> clauses = new TreeMap<>();
        RULES.forEach(rule -> clauses.put(rule.ruleId(), rule.clause()));
        Display display = new Display(Wording.in(language), NO_PLACES, new TreeMap<>(), clauses);
        TreeSet<String> codes = new TreeSet<>();
        RULES.stream()
                .filter(rule -> !clauses.containsKey(rule.facet()))
                .map(rule -> display.facet(rule.facet(), ""))
                .filter(shown -> CODE.matcher(shown).find())
                .forEach(codes::add);
        assertEquals(new TreeSet<>(), codes);
    }

    /** The texts are Chinese: an English page names a clause by its title, and the document by its English name. */
    @Test
    void everyClauseAndDocumentIsEnglishOnAnEnglishPage() {
        TreeMap<String, String> clauses = new TreeMap<>();
        RULES.forEach(rule -> clauses.put(rule.ruleId(), rule.clause()));
        Display display = new Display(Wording.in(Language.EN), NO_PLACES, new TreeMap<>(), clauses);
        Stream<String> rules = RULES.stream().map(rule -> display.rule(rule.ruleId(), rule.clause()));
        Stream<String> documents = RULES.stream().map(rule -> display.words("document", rule.document()));
        assertEquals(
                List.of(),
                Stream.concat(rules, documents)
                        .filter(shown -> shown.codePoints().anyMatch(Character::isIdeographic))
                        .distinct()
                        .toList());
        assertEquals("自定条款 (OWN-1)", display.rule("OWN-1", "自定条款"), "a rule of the user's own stays as it is written");
    }

    @Test
    void aReasonNamesMetricsAndStages() {
        TreeMap<String, Words> metrics = new TreeMap<>();
        metrics.put("gap.cv", new Words("差异系数", "coefficient of variation"));
        Display display = new Display(Wording.in(Language.EN), NO_PLACES, metrics, new TreeMap<>());
        assertEquals(
                "no figure for gap (coefficient of variation R1 Primary); needs county_inputs.item",
                display.plain("no figure for gap (gap.cv R1 PRIMARY); needs county_inputs.item"));
    }

    @Test
    void aFacetThatNobodyNamedIsShownAsItCame() {
        assertEquals("unheard", new Facet("unheard", "").full(Wording.in(Language.EN)));
        assertTrue(CODE.matcher("URBAN_QUALITY").find());
    }

    private static Stream<String> types() {
        return Stream.of(SubjectType.values()).map(SubjectType::toString);
    }

    private static List<String> without(Wording wording, String prefix, Stream<String> codes) {
        Predicate<String> named = code -> wording.words().containsKey(prefix + code);
        return codes.distinct()
                .filter(code -> !code.isEmpty())
                .filter(named.negate())
                .sorted()
                .toList();
    }
}
