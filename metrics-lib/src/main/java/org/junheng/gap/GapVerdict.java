package org.junheng.gap;

import java.util.List;
import org.junheng.metric.Better;
import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;

/**
 * Whether a gap narrowed since the baseline (差距是否缩小): -1 narrowed, +1 widened, 0 cannot be told.
 *
 * <p>Of the change of the coefficient of variation with its interval ({@link ChangeUncertainty}): told only when the interval excludes 0. The figure of a
 * census moved as it did; what cannot be told is whether it moved by more than schools vary. Little evidence with the reason where it cannot be told:
 * the interval holds 0, there is none, or the definition changed.
 *
 * <p>Absent where the change is.
 *
 * <p>Clause: YN-D2.
 */
public record GapVerdict() implements Composite<Outcome> {
    private static final Words HOLDS_ZERO =
            new Words("不能判定:变化未超出校际变异(区间含0)", "cannot be told: no more than schools vary (the interval holds 0)");
    private static final Words NO_INTERVAL =
            new Words("不能判定:学校太少,没有区间", "cannot be told: too few schools for an interval");

    @Override
    public Definition definition() {
        return new Definition(
                "gap_change.cv_verdict",
                new Words("差距是否缩小", "did the gap narrow"),
                "-1 when the interval of gap_change.cv lies below 0, +1 when above, else 0: cannot be told",
                "1",
                "verdict",
                Better.LOWER,
                List.of("YN-D2"),
                Gaps.INPUTS,
                new Words("变化不评价时不评价", "absent where the change is"),
                "as gap_change.cv");
    }

    @Override
    public Outcome of(Outcome change) {
        if (!(change instanceof Value value)) {
            return change;
        }
        Interval interval = value.interval();
        if (interval == null) {
            return cannotTell(value, NO_INTERVAL);
        } else if (interval.low() > 0 || interval.high() < 0) {
            Value told = Value.of(Math.signum(value.value()), value.counts());
            return value.caution().equals(Words.NONE) ? told : told.withCaution(value.caution());
        }
        return cannotTell(value, HOLDS_ZERO);
    }

    private static Outcome cannotTell(Value value, Words why) {
        Words own = value.caution();
        return Value.of(0, value.counts())
                .withCaution(
                        own.equals(Words.NONE) ? why : new Words("不能判定:" + own.zh(), "cannot be told: " + own.en()));
    }
}
