package org.junheng.integration;

import static org.junheng.Given.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junheng.GivenRegister;
import org.junheng.integration.AttributedFacts.Effect;
import org.junheng.metric.Value;
import org.junheng.stock.Lineage;
import org.junheng.subject.Attribution;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.Stage;
import org.junit.jupiter.api.Test;

/** Members a since 2018, b since 2020, c since March of the year looked at, d left in 2022; l leads. Evaluated from 2021, looked at in 2023. */
class AttributedValueAddedTest {
    private static final Map<String, Effect> EFFECTS = Map.of(
            "l", new Effect(4.0, 200L),
            "a", new Effect(1.0, 100L),
            "b", new Effect(3.0, 100L),
            "c", new Effect(-2.0, 50L),
            "d", new Effect(8.0, 10L));

    private static GivenRegister given() {
        GivenRegister given = new GivenRegister();
        for (String school : List.of("l", "a", "b", "c", "d", "e")) {
            given.school(school, 2023, null, Flags.UNKNOWN, 100.0);
        }
        return given.member("l", "g", Role.LEAD, "2018-09-01", null)
                .member("a", "g", Role.MEMBER, "2018-09-01", null)
                .member("b", "g", Role.MEMBER, "2021-09-01", null)
                .member("c", "g", Role.MEMBER, "2024-03-01", null)
                .member("d", "g", Role.MEMBER, "2018-09-01", "2022-09-01")
                .member("e", "g", Role.MEMBER, "2018-09-01", null);
    }

    private static Value of(Attribution rule, Role role) {
        AttributedValueAdded metric = new AttributedValueAdded(rule, role);
        List<AttributedView> views = new AttributedFacts(given().register(), 2021, Lineage.NONE)
                .views(2023, Stage.PRIMARY, "score:math", EFFECTS).stream()
                        .filter(metric::appliesTo)
                        .toList();
        assertEquals(1, views.size());
        return value(metric.of(views.get(0)));
    }

    /** a and b the whole year, c from 1 March of a leap year: 184 of 366 days. */
    @Test
    void byExposure() {
        double c = 50 * 184.0 / 366;
        Value mean = of(Attribution.EXPOSURE, Role.MEMBER);
        assertEquals((100 + 300 - 2 * c) / (200 + c), mean.value(), 1e-12);
        assertEquals(3L, mean.counts().schools());
        assertEquals(250L, mean.counts().pupils());
        assertTrue(
                mean.caution().en().startsWith("1 school is left out"),
                mean.caution().en());
    }

    /** a four years (or more), b three. */
    @Test
    void byThreeYears() {
        assertEquals(
                (4 * 100 + 3 * 300) / 700.0,
                of(Attribution.THREE_YEARS, Role.MEMBER).value(),
                1e-12);
    }

    /** On 1 September 2021: a, b, and d, which left since. */
    @Test
    void byIntentionAtTheStart() {
        assertEquals(
                (100 + 300 + 80) / 210.0, of(Attribution.AT_START, Role.MEMBER).value(), 1e-12);
    }

    @Test
    void theLeadStandsBesideItsMembers() {
        for (Attribution rule : Attribution.values()) {
            assertEquals(4.0, of(rule, Role.LEAD).value());
        }
    }

    @Test
    void deletingAMembershipAndRestoringItGivesTheOldResult() {
        var register = given().register();
        var before =
                new AttributedFacts(register, 2021, Lineage.NONE).views(2023, Stage.PRIMARY, "score:math", EFFECTS);
        GivenRegister without = new GivenRegister();
        register.schools(2023).forEach(without::add);
        without.member("a", "g", Role.MEMBER, "2018-09-01", null);
        assertFalse(before.equals(new AttributedFacts(without.register(), 2021, Lineage.NONE)
                .views(2023, Stage.PRIMARY, "score:math", EFFECTS)));
        assertEquals(
                before,
                new AttributedFacts(given().register(), 2021, Lineage.NONE)
                        .views(2023, Stage.PRIMARY, "score:math", EFFECTS));
    }

    @Test
    void theRegisterCanBeReadAsOfADay() {
        var register = given().register();
        assertEquals(6, register.knownOn(LocalDate.of(2030, 1, 1)).schoolsEver().size());
        assertEquals(
                register.years(), register.knownOn(LocalDate.of(2030, 1, 1)).years());
    }
}
