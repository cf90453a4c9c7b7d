package org.junheng.impact;

import org.junheng.metric.Absent;
import org.junheng.metric.Composite;
import org.junheng.metric.Definition;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;

/**
 * Members and lead schools together (双向结论): 1 win-win, 2 members gain and leads lose (lead diluted), 3 leads gain and members lose (free
 * ride), 4 both lose, 0 undecided.
 *
 * <p>Decided only when the intervals of both sides exclude 0 at 97.5 % each, so that at most one decision in twenty is wrong.
 *
 * <p>Absent when one of the two effects is.
 *
 * <p>Clause: YN-D3.
 */
public record TwoSides() implements Composite<BothSides> {
    @Override
    public Definition definition() {
        return ImpactReading.define(
                "impact.two_sides",
                new Words("成员与牵头学校的双向结论", "members and lead schools together"),
                "1 both rise, 2 members rise and leads fall, 3 leads rise and members fall, 4 both fall: when both intervals at 97.5 % exclude 0;"
                        + " else 0",
                "state",
                new Words("任一方没有估计时不评价", "absent when one of the two effects is"),
                "definition; known truth by simulation");
    }

    @Override
    public Outcome of(BothSides sides) {
        Outcome members = sides.members().outcome();
        Outcome leads = sides.leads().outcome();
        if (members instanceof Absent) {
            return members;
        }
        return leads instanceof Absent absent
                ? new Absent(absent.reason(), members.counts())
                : Value.of(sides.state().code(), members.counts());
    }

    /** The state in words. */
    public Words sentence(BothSides sides, Outcome outcome) {
        if (outcome instanceof Absent) {
            return Words.NONE;
        }
        return switch (sides.state()) {
            case WIN_WIN -> new Words("双赢:成员学校和牵头学校的结果都上升", "win-win: the outcome rose in members and in lead schools");
            case LEAD_DILUTED ->
                new Words("牵头稀释:成员学校上升,牵头学校下降", "lead diluted: it rose in members and fell in lead schools");
            case FREE_RIDE -> new Words("搭便车:牵头学校上升,成员学校下降", "free ride: it rose in lead schools and fell in members");
            case BOTH_LOSE -> new Words("双方都下降", "it fell in both");
            case UNDECIDED ->
                new Words("未定:至少一方的联合区间含0,或没有区间", "undecided: the joint interval of a side holds 0, or there is none");
        };
    }
}
