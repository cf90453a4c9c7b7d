package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.ChangeView;
import org.junheng.subject.Grouping;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;
import org.junit.jupiter.api.Test;

/** What must add up does so in 200 drawn provinces of two years, to twelve digits. */
class IdentitiesTest {
    private static final List<UrbanRuralClass> PLACES =
            List.of(UrbanRuralClass.URBAN, UrbanRuralClass.TOWN, UrbanRuralClass.RURAL);
    private static final int PROVINCES = 200;
    private static final CounterRandom RANDOM = CounterRandom.of(20240901, "identities");

    @Test
    void betweenAndWithinAreTheWhole() {
        for (int province = 0; province < PROVINCES; province++) {
            SchoolsView view = view(province, Given.YEAR);
            for (Grouping grouping : Grouping.values()) {
                for (InequalityPart.Index index : InequalityPart.Index.values()) {
                    double whole =
                            value(index == InequalityPart.Index.THEIL ? new Theil() : new MeanLogDeviation(), view);
                    double parts = 0;
                    for (InequalityPart.Part part : InequalityPart.Part.values()) {
                        parts += value(new InequalityPart(index, part, grouping), view);
                    }
                    assertEquals(whole, parts, 1e-12, province + " " + index + " " + grouping);
                }
            }
        }
    }

    @Test
    void theCausesOfAChangeAreTheChange() {
        int told = 0;
        for (int province = 0; province < PROVINCES; province++) {
            ChangeView change = new ChangeView(view(province, Given.YEAR - 1), view(province, Given.YEAR));
            Outcome whole = new GapChange(new CoefficientOfVariation(), GapChange.Schools.EACH_YEARS_OWN).of(change);
            double sum = 0;
            for (CvCause.Cause cause : CvCause.Cause.values()) {
                sum += Given.value(new CvCause(cause).of(change)).value();
            }
            assertEquals(Given.value(whole).value(), sum, 1e-12, "province " + province);
            told += Math.abs(sum) > 1e-3 ? 1 : 0;
        }
        assertTrue(told > PROVINCES / 2, told + " gaps moved");
    }

    @Test
    void aChangeIsNowLessThen() {
        for (int province = 0; province < PROVINCES; province++) {
            SchoolsView then = view(province, Given.YEAR - 1);
            SchoolsView now = view(province, Given.YEAR);
            for (Metric<SchoolsView> gap : List.<Metric<SchoolsView>>of(
                    new CoefficientOfVariation(), new Gini(), new Theil(), new MeanLevel(), new StandardDeviation())) {
                Value change =
                        Given.value(new GapChange(gap, GapChange.Schools.EACH_YEARS_OWN).of(new ChangeView(then, now)));
                assertEquals(
                        value(gap, now) - value(gap, then), change.value(), 1e-12 * Math.abs(value(gap, now)) + 1e-12);
            }
        }
    }

    /** The three readings of a difference rate come from the same schools and are three numbers. */
    @Test
    void theCoefficientIsTheDeviationOverTheMean() {
        for (int province = 0; province < PROVINCES; province++) {
            SchoolsView view = view(province, Given.YEAR);
            assertEquals(
                    value(new StandardDeviation(), view) / value(new MeanLevel(), view),
                    value(new CoefficientOfVariation(), view),
                    1e-12);
        }
    }

    private static double value(Metric<SchoolsView> metric, SchoolsView view) {
        return Given.value(metric.of(view)).value();
    }

    /** Five to sixty schools in counties, clusters and places; one in six is of one of the years only. */
    private static SchoolsView view(int province, int year) {
        List<SchoolFigure> schools = new ArrayList<>();
        int n = 5 + RANDOM.below(56, province, 0);
        for (int i = 0; i < n; i++) {
            boolean stays = i < 3 || !RANDOM.happens(1 / 6.0, province, 100 + i);
            boolean isThere = stays || (RANDOM.happens(0.5, province, 200 + i) == (year == Given.YEAR));
            if (isThere) {
                schools.add(new SchoolFigure(
                        "s" + i,
                        20 + 100 * RANDOM.uniform(province, 300 + i) + 5 * RANDOM.normal(province, year * 1000L + i),
                        20.0 + RANDOM.below(900, province, year * 2000L + i),
                        10.0,
                        null,
                        "c" + i % 3,
                        i % 4 == 0 ? null : "g" + i % 5,
                        i % 5 == 1 ? Role.LEAD : Role.MEMBER,
                        PLACES.get(i % 3),
                        i % 2 == 0));
            }
        }
        return new SchoolsView(SubjectType.PROVINCE, "score:math", year, schools);
    }
}
