package org.junheng.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junheng.Given;
import org.junheng.metric.Metric;
import org.junheng.stats.CounterRandom;
import org.junheng.subject.ChangeView;
import org.junheng.subject.Grouping;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** What moved a gap: causes of the coefficient of variation, of Theil and of the mean log deviation. */
class CauseTest {
    /**
     * Two schools stay with 1 and 3, one with 2 leaves, one with 2 enters, all alike in pupils. Entering takes sqrt(2/3)/2 to sqrt(1/2)/2 before the leaving
     * and 1/2 to sqrt(2/3)/2 after it; the mean of the two is (sqrt(1/2)/2 - 1/2) / 2, and leaving is its opposite.
     */
    @Test
    void entrantsAndClosuresAreWorthTheMeanOfBothOrders() {
        ChangeView view = change(
                List.of(Given.school("a", 1.0, 10.0), Given.school("b", 3.0, 10.0), Given.school("c", 2.0, 10.0)),
                List.of(Given.school("a", 1.0, 10.0), Given.school("b", 3.0, 10.0), Given.school("d", 2.0, 10.0)));
        double entrants = (Math.sqrt(0.5) / 2 - 0.5) / 2;
        assertEquals(entrants, cv(view, CvCause.Cause.ENTRANTS), 1e-15);
        assertEquals(-entrants, cv(view, CvCause.Cause.CLOSURES), 1e-15);
        assertEquals(0, cv(view, CvCause.Cause.WEIGHTS), 1e-15);
        assertEquals(0, cv(view, CvCause.Cause.STAYERS), 1e-15);
    }

    @Test
    void aSingleCauseIsTheWholeChange() {
        List<SchoolFigure> base = List.of(Given.school("a", 1.0, 10.0), Given.school("b", 3.0, 10.0));
        ChangeView pupils = change(base, List.of(Given.school("a", 1.0, 10.0), Given.school("b", 3.0, 30.0)));
        assertEquals(total(new CoefficientOfVariation(), pupils), cv(pupils, CvCause.Cause.WEIGHTS), 1e-15);
        ChangeView figures = change(base, List.of(Given.school("a", 2.0, 10.0), Given.school("b", 3.0, 10.0)));
        assertEquals(total(new CoefficientOfVariation(), figures), cv(figures, CvCause.Cause.STAYERS), 1e-15);
    }

    @Test
    void causesAddUpToTheChange() {
        for (int draw = 0; draw < 20; draw++) {
            ChangeView view = drawn(draw);
            double sum = 0;
            for (CvCause.Cause cause : CvCause.Cause.values()) {
                sum += cv(view, cause);
            }
            assertEquals(total(new CoefficientOfVariation(), view), sum, 1e-12);
            for (Grouping grouping : List.of(Grouping.COUNTY, Grouping.CLUSTER)) {
                assertEquals(total(new Theil(), view), sum(view, InequalityPart.Index.THEIL, grouping), 1e-12);
                assertEquals(total(new MeanLogDeviation(), view), sum(view, InequalityPart.Index.MLD, grouping), 1e-12);
            }
        }
    }

    /** Groups without any inequality of their own, of the same size: only the means can have moved the index. */
    @Test
    void meansOfGroupsAreTheWholeChangeOfGroupsThatAreEqualWithin() {
        ChangeView view = change(
                List.of(grouped("a", 10, 5, "x"), grouped("b", 10, 5, "x"), grouped("c", 20, 10, "y")),
                List.of(grouped("a", 12, 5, "x"), grouped("b", 12, 5, "x"), grouped("c", 20, 10, "y")));
        for (InequalityPart.Index index : InequalityPart.Index.values()) {
            double change = sum(view, index, Grouping.CLUSTER);
            assertEquals(change, of(view, index, InequalityCause.Cause.MEANS), 1e-15);
            assertEquals(0, of(view, index, InequalityCause.Cause.WITHIN), 1e-15);
            assertTrue(change < 0);
        }
    }

    /** A school of 30 leaves group x for group y: all that moves between groups, and not the index itself. */
    @Test
    void joiningMovesTheSplitAndNotTheIndex() {
        ChangeView view = change(
                List.of(grouped("a", 10, 5, "x"), grouped("b", 30, 5, "x"), grouped("c", 30, 5, "y")),
                List.of(grouped("a", 10, 5, "x"), grouped("b", 30, 5, "y"), grouped("c", 30, 5, "y")));
        for (InequalityPart.Index index : InequalityPart.Index.values()) {
            InequalityPart between = new InequalityPart(index, InequalityPart.Part.BETWEEN, Grouping.CLUSTER);
            double joins = of(view, index, InequalityCause.Cause.JOINS);
            double leaves = of(view, index, InequalityCause.Cause.LEAVES);
            assertEquals(total(between, view), joins + leaves, 1e-15);
            assertEquals(0, of(view, index, InequalityCause.Cause.FIXED_GROUPS), 1e-15);
            assertEquals(0, sum(view, index, Grouping.CLUSTER), 1e-12);
        }
    }

    /** A school without a group came into one, and nothing else happened; another left: by hand, each alone is the whole change. */
    @Test
    void aSchoolThatOnlyJoinsIsAllJoinsAndOneThatOnlyLeavesAllLeaves() {
        List<SchoolFigure> alone =
                List.of(grouped("a", 10, 5, "x"), grouped("b", 30, 5, null), grouped("c", 20, 5, "x"));
        List<SchoolFigure> within =
                List.of(grouped("a", 10, 5, "x"), grouped("b", 30, 5, "x"), grouped("c", 20, 5, "x"));
        for (InequalityPart.Index index : InequalityPart.Index.values()) {
            InequalityPart between = new InequalityPart(index, InequalityPart.Part.BETWEEN, Grouping.CLUSTER);
            ChangeView joined = change(alone, within);
            assertEquals(total(between, joined), of(joined, index, InequalityCause.Cause.JOINS), 1e-15);
            assertEquals(0, of(joined, index, InequalityCause.Cause.LEAVES), 1e-15);
            ChangeView left = change(within, alone);
            assertEquals(total(between, left), of(left, index, InequalityCause.Cause.LEAVES), 1e-15);
            assertEquals(0, of(left, index, InequalityCause.Cause.JOINS), 1e-15);
        }
    }

    @Test
    void theCausesOfThePartBetweenAddUpToItsChange() {
        for (int draw = 0; draw < 20; draw++) {
            ChangeView view = drawn(draw);
            for (InequalityPart.Index index : InequalityPart.Index.values()) {
                InequalityPart between = new InequalityPart(index, InequalityPart.Part.BETWEEN, Grouping.CLUSTER);
                double sum = of(view, index, InequalityCause.Cause.JOINS)
                        + of(view, index, InequalityCause.Cause.LEAVES)
                        + of(view, index, InequalityCause.Cause.FIXED_GROUPS);
                assertEquals(total(between, view), sum, 1e-12);
            }
        }
    }

    /** Schools of 1 and 3 become one of 2 beside another of 2: the coefficient falls from sqrt(1/2)/2 to 0, by the merger alone. */
    @Test
    void aMergerIsWorthWhatItsSchoolsDifferedBy() {
        ChangeView view = merged(
                List.of(Given.school("a", 1.0, 10.0), Given.school("b", 3.0, 10.0), Given.school("c", 2.0, 20.0)),
                List.of(Given.school("a", 2.0, 20.0), Given.school("c", 2.0, 20.0)));
        assertEquals(-Math.sqrt(0.5) / 2, cv(view, CvCause.Cause.MERGERS), 1e-15);
        for (CvCause.Cause cause : CvCause.Cause.values()) {
            assertEquals(cause == CvCause.Cause.MERGERS ? -Math.sqrt(0.5) / 2 : 0, cv(view, cause), 1e-15);
        }
    }

    /** Two schools become a new one that grew and rose: still five causes that add up, and nobody entered or left. */
    @Test
    void schoolsThatBecomeANewOneNeitherLeftNorEntered() {
        ChangeView view = merged(
                List.of(Given.school("b", 3.0, 10.0), Given.school("d", 5.0, 30.0), Given.school("c", 2.0, 20.0)),
                List.of(Given.school("a", 6.0, 50.0), Given.school("c", 2.5, 20.0)));
        assertEquals(0, cv(view, CvCause.Cause.ENTRANTS), 1e-15);
        assertEquals(0, cv(view, CvCause.Cause.CLOSURES), 1e-15);
        double sum = 0;
        for (CvCause.Cause cause : CvCause.Cause.values()) {
            sum += cv(view, cause);
        }
        assertEquals(total(new CoefficientOfVariation(), view), sum, 1e-15);
        assertTrue(cv(view, CvCause.Cause.MERGERS) < 0);
    }

    /** A school under a new code stays; one that merged into a school without a figure left. */
    @Test
    void aNewCodeIsNoEntrantAndAMergerIntoNothingIsAClosure() {
        List<SchoolFigure> base = List.of(Given.school("b", 1.0, 10.0), Given.school("c", 3.0, 10.0));
        ChangeView renamed = merged(base, List.of(Given.school("a", 1.0, 10.0), Given.school("c", 4.0, 10.0)));
        assertEquals(total(new CoefficientOfVariation(), renamed), cv(renamed, CvCause.Cause.STAYERS), 1e-15);
        ChangeView lost = merged(
                List.of(Given.school("b", 1.0, 10.0), Given.school("c", 3.0, 10.0), Given.school("e", 3.0, 10.0)),
                List.of(Given.school("c", 3.0, 10.0), Given.school("e", 3.0, 10.0)));
        assertEquals(total(new CoefficientOfVariation(), lost), cv(lost, CvCause.Cause.CLOSURES), 1e-15);
    }

    /** Codes b and d went over to a. */
    private static ChangeView merged(List<SchoolFigure> base, List<SchoolFigure> now) {
        ChangeView plain = change(base, now);
        return new ChangeView(plain.base(), plain.now(), java.util.Map.of("b", "a", "d", "a"));
    }

    @Test
    void isAbsentWhereTheGapIsOrNobodyStays() {
        List<SchoolFigure> base = List.of(Given.school("a", 1.0, 10.0), Given.school("b", 3.0, 10.0));
        ChangeView gone = change(base, List.of(Given.school("c", 1.0, 10.0), Given.school("d", 3.0, 10.0)));
        assertTrue(Given.absent(new CvCause(CvCause.Cause.CLOSURES).of(gone))
                .reason()
                .en()
                .contains("no school is there"));
        ChangeView one = change(base, List.of(Given.school("a", 1.0, 10.0)));
        Given.absent(new CvCause(CvCause.Cause.STAYERS).of(one));
        Given.absent(new InequalityCause(InequalityPart.Index.MLD, InequalityCause.Cause.WITHIN, Grouping.CLUSTER)
                .of(change(base, List.of(Given.school("a", 0.0, 10.0), Given.school("b", 3.0, 10.0)))));
    }

    @Test
    void onlyTheCausesAskedForAreTold() {
        ChangeRules plain = ChangeRules.plain(1);
        assertTrue(plain.tells("gap_change.cv_from_closures") && plain.tells("gap_change.levelling"));
        assertFalse(plain.tells("gap_change.theil_from_within"));
    }

    private static double cv(ChangeView view, CvCause.Cause cause) {
        return Given.value(new CvCause(cause).of(view)).value();
    }

    private static double sum(ChangeView view, InequalityPart.Index index, Grouping grouping) {
        double sum = 0;
        for (InequalityCause.Cause cause :
                List.of(InequalityCause.Cause.WITHIN, InequalityCause.Cause.WEIGHTS, InequalityCause.Cause.MEANS)) {
            sum += Given.value(new InequalityCause(index, cause, grouping).of(view))
                    .value();
        }
        return sum;
    }

    private static double of(ChangeView view, InequalityPart.Index index, InequalityCause.Cause cause) {
        return Given.value(new InequalityCause(index, cause, Grouping.CLUSTER).of(view))
                .value();
    }

    private static double total(Metric<SchoolsView> gap, ChangeView view) {
        return Given.value(gap.of(view.now())).value()
                - Given.value(gap.of(view.base())).value();
    }

    private static SchoolFigure grouped(String code, double value, double weight, String cluster) {
        return Given.inCluster(Given.school(code, value, weight), cluster, Role.MEMBER);
    }

    /** 30 schools in 4 counties and 5 clusters; some leave, some enter, some change their cluster. */
    private static ChangeView drawn(int draw) {
        CounterRandom random = CounterRandom.of(draw, "causes");
        List<SchoolFigure> base = new ArrayList<>();
        List<SchoolFigure> now = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double x = Math.exp(4 + 0.3 * random.normal(i, 0));
            double w = Math.exp(6 + 0.5 * random.normal(i, 1));
            if (!random.happens(0.2, i, 2)) {
                base.add(placed(i, x, w, random.below(5, i, 3)));
            }
            if (!random.happens(0.2, i, 4)) {
                double later = x * Math.exp(0.1 * random.normal(i, 5));
                now.add(placed(i, later, w * Math.exp(0.2 * random.normal(i, 6)), random.below(5, i, 7)));
            }
        }
        return change(base, now);
    }

    private static SchoolFigure placed(int i, double value, double weight, int cluster) {
        return Given.inCounty(grouped("s" + i, value, weight, "g" + cluster), "c" + i % 4);
    }

    private static ChangeView change(List<SchoolFigure> base, List<SchoolFigure> now) {
        return new ChangeView(
                Given.view(SubjectType.PROVINCE, 2021, base), Given.view(SubjectType.PROVINCE, 2023, now));
    }
}
