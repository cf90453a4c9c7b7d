package org.junheng.radiation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.stats.Decimals;

/**
 * What the schools of a cluster passed on in a year or semester (辐射带动活动量), in all or per member.
 *
 * <p>The sum of {@code quantity} over the activities of the kind; of teacher days {@code quantity x days}. Sent: from a school that leads the
 * cluster on the roster day. Per member: the sum over the members of that day. A cluster without such an activity, in a year for which activities
 * were delivered, has 0. An activity without its quantity is left out and said.
 *
 * <p>Absent when the cluster has no lead or no member on that day, or no such activity says its quantity.
 *
 * <p>Source: Yunnan guideline 2024, dimension 3 (proposal: the text gives no formula); alliance plans S003; 余教〔2021〕36号.
 *
 * <p>Clauses: YN-D3; ZJ-01; ZJ-02; S003-02; S003-04; S003-03; S003-05; YN-D4.
 */
public record PassedOn(Passed what, Per per) implements Metric<ActivityView> {
    static final Words NO_CLUSTER = new Words("当日没有牵头学校或成员学校", "no lead or no member on the roster day");
    private static final Words NO_QUANTITY = new Words("活动未填数量", "the activities do not say how many");

    /** In all, or for each member. */
    public enum Per {
        CLUSTER,
        MEMBER
    }

    /** Everything that is counted, in all and then per member. */
    public static List<PassedOn> each() {
        List<PassedOn> each = new ArrayList<>();
        for (Passed what : Passed.values()) {
            each.add(new PassedOn(what, Per.CLUSTER));
            if (what.isPerMember()) {
                each.add(new PassedOn(what, Per.MEMBER));
            }
        }
        return each;
    }

    @Override
    public Definition definition() {
        boolean all = per == Per.CLUSTER;
        return new Definition(
                "radiation." + what.id() + (all ? "" : "_per_member"),
                all
                        ? what.title()
                        : new Words("每所成员学校" + what.title().zh(), what.title().en() + ", per member"),
                (what == Passed.TEACHER_DAYS ? "sum(quantity x days)" : "sum(quantity)")
                        + " of the activities of the kind" + (all ? "" : " / members"),
                "1",
                all ? what.unit() : what.unit() + " per member",
                Better.HIGHER,
                what.clauses(),
                List.of("activities.kind", "activities.quantity", "memberships.cluster_id"),
                new Words(
                        "没有牵头或成员学校时不评价;未填数量的活动剔除并说明",
                        "absent without lead or member; activities without a quantity are left out and said"),
                "independent recomputation over the sample");
    }

    @Override
    public Class<ActivityView> view() {
        return ActivityView.class;
    }

    @Override
    public boolean appliesTo(ActivityView view) {
        return view.isOfYear() || (per == Per.CLUSTER && what.isOfSemesters());
    }

    @Override
    public Outcome of(ActivityView view) {
        Counts counts = Counts.ofSchools(view.leads().size() + view.members().size());
        if (!view.isWhole()) {
            return new Absent(NO_CLUSTER, counts);
        }
        List<Activity> counted = view.only(a -> what.counts(a, view));
        BigDecimal sum = BigDecimal.ZERO;
        int silent = 0;
        for (Activity a : counted) {
            Double days = what == Passed.TEACHER_DAYS ? a.days() : Double.valueOf(1);
            if (a.quantity() == null || days == null) {
                silent++;
            } else {
                sum = sum.add(Decimals.of(a.quantity()).multiply(Decimals.of(days)));
            }
        }
        if (silent > 0 && silent == counted.size()) {
            return new Absent(NO_QUANTITY, counts);
        }
        return per == Per.CLUSTER
                ? Share.total(sum, counts, silent(silent))
                : Share.of(1, sum, BigDecimal.valueOf(view.members().size()), counts, NO_CLUSTER, silent(silent));
    }

    private static Words silent(int activities) {
        return activities == 0
                ? Words.NONE
                : new Words(activities + "项活动未填数量,未计入", activities + " activities without a quantity are left out");
    }
}
