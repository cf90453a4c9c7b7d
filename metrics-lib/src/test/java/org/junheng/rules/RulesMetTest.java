package org.junheng.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.Given;
import org.junheng.metric.Counts;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

class RulesMetTest {
    private static final RuleBook BOOK = RuleBook.of("national-2017");
    private static final Rule OVERALL = rule("OVERALL");

    @Test
    void isTheRulesPassedOverTheRules() {
        Value met = Given.value(new RulesMet().of(List.of(j("G1", Verdict.PASS), j("G2", Verdict.FAIL))));
        assertEquals(0.5, met.value());
        assertEquals(1.0, met.numerator());
        assertEquals(2.0, met.denominator());
    }

    @Test
    void theCountyPassesWhenEveryRuleDoes() {
        List<Judgement> all = List.of(j("G1", Verdict.PASS), j("G2", Verdict.PASS));
        assertEquals(Verdict.PASS, new RulesMet().verdict(OVERALL, all).verdict());
        assertEquals(Optional.of(1.0), new RulesMet().verdict(OVERALL, all).value());
    }

    @Test
    void oneFailureDecidesWhateverIsNotKnown() {
        Rule.Finding found = new RulesMet()
                .verdict(
                        OVERALL, List.of(j("G1", Verdict.PASS), j("G2", Verdict.NOT_ASSESSED), j("G10", Verdict.FAIL)));
        assertEquals(Verdict.FAIL, found.verdict());
        assertEquals("failed: G10", found.reason().en());
    }

    @Test
    void whatIsNotDecidedIsNotPassed() {
        for (Verdict open : List.of(Verdict.NOT_ASSESSED, Verdict.NOT_DECIDABLE, Verdict.SUPPRESSED)) {
            Rule.Finding found = new RulesMet().verdict(OVERALL, List.of(j("G1", Verdict.PASS), j("G2", open)));
            assertEquals(Verdict.NOT_ASSESSED, found.verdict());
            assertEquals("not decided: G2", found.reason().en());
        }
    }

    @Test
    void nothingToSumUpIsNotAssessed() {
        Given.absent(new RulesMet().of(List.of()));
        assertEquals(
                Verdict.NOT_ASSESSED, new RulesMet().verdict(OVERALL, List.of()).verdict());
    }

    @Test
    void twelveAreNamedAndTheRestCounted() {
        List<Judgement> many = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            many.add(j("G" + i, Verdict.FAIL));
        }
        String said = new RulesMet().verdict(OVERALL, many).reason().en();
        assertTrue(said.contains("G12") && !said.contains("G13") && said.endsWith("; and 3 more"), said);
    }

    @Test
    void partsAreNamedInWords() {
        Rule facilities = RuleBook.of("shandong-2020").rules().stream()
                .filter(r -> r.scope() == SubjectType.TOWNSHIP && r.facet().equals("R4|TOWN-URBAN"))
                .findFirst()
                .orElseThrow();
        Words said = new RulesMet()
                .verdict(OVERALL, List.of(failed(facilities, "R4|TOWN-URBAN", Stage.PRIMARY)))
                .reason();
        assertEquals("未达标:SD-05 小学教学及辅助用房面积(与城区学校比)", said.zh());
        assertEquals("failed: SD-05 teaching and auxiliary rooms, primary, against urban schools", said.en());
    }

    /** Stages and facets of all rules whose parts can be named; what a star stands for is a subject, named as it is delivered. */
    @Test
    void everyFacetOfARuleHasWords() {
        for (String policy : RuleBook.known()) {
            for (Rule rule : RuleBook.of(policy).rules()) {
                boolean isOfPlace = rule.scope() == SubjectType.TOWNSHIP || rule.scope() == SubjectType.COUNTY;
                boolean isWhole = rule.metric().equals("rules.met");
                if (isOfPlace
                        && !isWhole
                        && rule.severity().equals("ERROR")
                        && !rule.facet().contains("*")) {
                    String zh = PartWords.of(failed(rule, rule.facet(), rule.stage()))
                            .zh();
                    String words = zh.substring(rule.id().length()).replace("B1-B8", "");
                    assertTrue(words.codePoints().noneMatch(c -> c < 128 && Character.isLetter(c)), policy + " " + zh);
                }
            }
        }
        for (Stage stage : Stage.values()) {
            assertTrue(PartWords.knows(stage.name()), stage.name());
        }
        assertTrue(PartWords.knows("URBAN_QUALITY-TOWN"));
    }

    private static Judgement failed(Rule rule, String facet, @Nullable Stage stage) {
        return new Judgement(
                rule,
                rule.scope(),
                "539001",
                stage,
                facet,
                new Rule.Finding(Verdict.FAIL, Optional.of(0.0), false, Words.NONE),
                Counts.NONE,
                Optional.empty(),
                "");
    }

    private static Rule rule(String id) {
        return BOOK.rules().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    private static Judgement j(String id, Verdict verdict) {
        return new Judgement(
                rule(id),
                SubjectType.COUNTY,
                "539001",
                null,
                id,
                new Rule.Finding(verdict, Optional.empty(), false, Words.NONE),
                Counts.NONE,
                Optional.empty(),
                "");
    }
}
