package org.junheng.radiation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Share;
import org.junheng.metric.Words;
import org.junheng.radiation.StaffView.Staffed;

/** A share of teachers over schools: sums first, then the quotient; schools that miss a part are left out and said. */
final class Rotation {
    private static final Words NOT_REPORTED =
            new Words("教师数未填或范围未知", "teachers not reported, or not known whether concerned");

    private Rotation() {}

    static Outcome share(
            StaffView view,
            RotationScope scope,
            Function<Staffed, @Nullable Double> part,
            Function<Staffed, @Nullable Double> whole,
            Words nobody) {
        List<Double> parts = new ArrayList<>();
        List<Double> wholes = new ArrayList<>();
        List<Staffed> schools = scope.of(view);
        for (Staffed s : schools) {
            Double p = part.apply(s);
            Double w = whole.apply(s);
            if (p != null && w != null) {
                parts.add(p);
                wholes.add(w);
            }
        }
        long lacking = schools.size() - parts.size() + scope.unknown(view);
        return Share.of(
                1,
                Share.sum(parts),
                Share.sum(wholes),
                counts(view, parts.size()),
                parts.isEmpty() && lacking > 0 ? new Words("教师数未填", "teachers are not reported") : nobody,
                Share.leftOut(view.isOfSchool() ? 0 : lacking, NOT_REPORTED));
    }

    /** What is said of one school falls under the limit on its pupils. */
    static Counts counts(StaffView view, long schools) {
        Double pupils = view.isOfSchool() ? view.schools().get(0).pupils() : null;
        return new Counts(schools, pupils == null ? null : Long.valueOf(Math.round(pupils)), null);
    }
}
