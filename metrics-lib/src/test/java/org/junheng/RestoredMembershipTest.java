package org.junheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.integration.AttributedFacts;
import org.junheng.integration.AttributedView;
import org.junheng.integration.ExitView;
import org.junheng.integration.ExposureView;
import org.junheng.integration.OverlapView;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.radiation.StaffView;
import org.junheng.stats.CounterRandom;
import org.junheng.stock.Lineage;
import org.junheng.stock.SupportView;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts.Flags;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;
import org.junheng.subject.View;
import org.junit.jupiter.api.Test;

/** A membership that is deleted and recorded again leaves no trace: every number that rests on the roster is the old one, whatever the order of the rows. */
class RestoredMembershipTest {
    private static final int YEAR = 2023;
    private static final CounterRandom RANDOM = CounterRandom.of(20240901, "restored");

    private record Row(String school, String cluster, Role role, LocalDate joined, LocalDate left) {}

    @Test
    void everyNumberOfTheRosterIsTheOldOne() {
        int changed = 0;
        for (int draw = 0; draw < 40; draw++) {
            List<Row> roster = roster(draw);
            SortedMap<String, Outcome> before = numbers(roster);
            List<Row> restored = new ArrayList<>(roster);
            Row deleted = restored.remove(RANDOM.below(roster.size(), draw, 900));
            changed += numbers(restored).equals(before) ? 0 : 1;
            restored.add(deleted);
            Collections.reverse(restored);
            assertEquals(before, numbers(restored), "roster " + draw);
        }
        assertTrue(changed > 30, changed + " rosters of 40 speak of the deleted row");
    }

    private static List<Row> roster(int draw) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (int k = 0; k < 2; k++) {
                if (k == 0 || RANDOM.happens(0.3, draw, 100 + i)) {
                    LocalDate joined = LocalDate.of(2018, 9, 1).plusDays(RANDOM.below(2000, draw, 200 + 2 * i + k));
                    LocalDate left = RANDOM.happens(0.3, draw, 300 + 2 * i + k)
                            ? joined.plusDays(30 + RANDOM.below(900, draw, 400 + 2 * i + k))
                            : null;
                    String cluster = "g" + RANDOM.below(3, draw, 500 + 2 * i + k);
                    rows.add(new Row("s" + i, cluster, i < 3 ? Role.LEAD : Role.MEMBER, joined, left));
                }
            }
        }
        return rows;
    }

    private static SortedMap<String, Outcome> numbers(List<Row> roster) {
        GivenRegister given = new GivenRegister();
        Map<String, AttributedFacts.Effect> effects = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            UrbanRuralClass place = i % 2 == 0 ? UrbanRuralClass.RURAL : UrbanRuralClass.TOWN;
            Flags flags = new Flags(i % 4 == 0, i % 3 == 0, false);
            given.school("s" + i, YEAR, place, flags, GivenRegister.staff(100.0 + i, 10.0, 1.0 + i % 2, 1.0));
            effects.put("s" + i, new AttributedFacts.Effect(i - 5.0, 40L + i));
        }
        roster.forEach(r -> given.member(
                r.school(),
                r.cluster(),
                r.role(),
                r.joined().toString(),
                r.left() == null ? null : r.left().toString()));
        var register = given.register();
        SortedMap<String, Outcome> numbers = new TreeMap<>();
        tell(numbers, SupportView.class, SupportView.of(register, YEAR));
        tell(numbers, StaffView.class, StaffView.of(register, YEAR));
        tell(numbers, ExposureView.class, ExposureView.of(register, YEAR));
        tell(numbers, OverlapView.class, OverlapView.of(register, YEAR));
        tell(numbers, ExitView.class, ExitView.of(register, YEAR));
        tell(
                numbers,
                AttributedView.class,
                new AttributedFacts(register, 2021, Lineage.NONE).views(YEAR, Stage.PRIMARY, "score:math", effects));
        return numbers;
    }

    private static <V extends View> void tell(SortedMap<String, Outcome> numbers, Class<V> type, List<V> views) {
        for (Metric<V> metric : Catalogue.metrics(type)) {
            views.stream()
                    .filter(metric::appliesTo)
                    .forEach(view -> numbers.put(
                            metric.definition().id() + "|" + view.about() + metric.facetSuffix(), metric.of(view)));
        }
    }
}
