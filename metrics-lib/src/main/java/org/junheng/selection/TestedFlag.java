package org.junheng.selection;

import java.util.List;
import java.util.Locale;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.selection.TestedView.Counted;
import org.junheng.stats.BinomialTail;

/**
 * Whether the tested share of a school is so far below that of its county that it should be looked at (参考率偏低提示): 1 = look at, 0 = not.
 *
 * <p>{@code P(X <= tested) < 0.01} for {@code X ~ Binomial(roll, p)}, where {@code p} is the tested share of all schools of the county in this
 * exam, taken as known. Of 100 schools whose pupils miss exams as often as elsewhere in the county, at most one is flagged by chance; how
 * many schools were looked at is told with each flag, and a flag is always of little evidence. It says nothing of why.
 *
 * <p>Absent where the school has no tested share, its county is not known, or fewer than three schools of the county have one.
 *
 * <p>Source: exact binomial test (Clopper and Pearson 1934).
 *
 * <p>Clause: YN-D4.
 */
public record TestedFlag() implements Metric<TestedView> {
    private static final int LEAST_SCHOOLS = 3;
    private static final Words FEW_SCHOOLS =
            new Words("县内可比学校少于3所", "fewer than three schools of the county can be compared");

    @Override
    public Definition definition() {
        return new Definition(
                "selection.tested_flag",
                new Words("参考率偏低提示", "flag: tested share below that of the county"),
                "1 (look at) when P(X <= tested) < 0.01, X ~ Binomial(roll of the grade, tested share of the county's schools); else 0",
                "1",
                "flag",
                Better.LOWER,
                List.of("YN-D4"),
                new TestedShare().definition().inputs(),
                new Words(
                        "没有参考率、县不明或县内可比学校少于3所时不评价;提示只表示需要查看,不说明原因",
                        "absent without a tested share, without a county or with fewer than three schools to compare; a flag asks to look"
                                + " and says nothing of causes"),
                "binomial tail: NIST-tested incomplete beta function; simulation of unselected schools");
    }

    @Override
    public Class<TestedView> view() {
        return TestedView.class;
    }

    @Override
    public Outcome of(TestedView view) {
        Outcome share = new TestedShare().of(view);
        Counted own = view.school().counted();
        if (own == null || share instanceof Absent) {
            Words why = share instanceof Absent absent ? absent.reason() : TestedShare.NO_ROLL;
            return new Absent(why, share.counts());
        }
        List<Counted> schools = view.counted();
        if (schools.size() < LEAST_SCHOOLS) {
            return new Absent(FEW_SCHOOLS, share.counts());
        }
        double county = Share.sum(schools.stream().map(Counted::tested).toList())
                        .doubleValue()
                / Share.sum(schools.stream().map(Counted::roll).toList()).doubleValue();
        boolean low = BinomialTail.atMost(own.tested(), own.roll(), county) < Flags.CHANCE;
        return low
                ? Value.of(1, share.counts()).withCaution(look(own.tested() / own.roll(), county, schools.size()))
                : Value.of(0, share.counts());
    }

    private static Words look(double share, double county, int schools) {
        String of = String.format(Locale.ROOT, "%.1f%% / %.1f%%", 100 * share, 100 * county);
        return new Words(
                "请查看:参考率低于全县(本校/全县 " + of + ");共看" + schools + "所学校,"
                        + Flags.byChance(schools).zh(),
                "look at: tested share below that of the county (school / county " + of + "); " + schools
                        + " schools looked at, " + Flags.byChance(schools).en());
    }
}
