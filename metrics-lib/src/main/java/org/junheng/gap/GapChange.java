package org.junheng.gap;

import org.jspecify.annotations.Nullable;
import org.junheng.metric.Absent;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.ChangeView;
import org.junheng.subject.Grouping;
import org.junheng.subject.SchoolsView;

/**
 * Change of a gap since the baseline (校际差距变化).
 *
 * <p>{@code gap(now) - gap(base)}; in the unit of the gap. Each year speaks for its own schools, or both for the schools usable in both years.
 *
 * <p>Absent where the gap of either year is. {@code n_schools}: the schools of the current year. A census figure; its interval is
 * the matter of {@link ChangeUncertainty}.
 *
 * <p>Clauses: YN-D2; national-2017:R-CV; national-2017:R1-R7; SD-01.
 */
public record GapChange(Metric<SchoolsView> gap, Schools schools) implements Metric<ChangeView> {
    private static final Words MISSING = new Words(
            "任一年不评价时不评价;对普查数据,区间只反映校际变异",
            "absent where the gap of either year is; for a census the interval speaks of school-to-school variation only");

    /** Whose gap is compared. */
    public enum Schools {
        EACH_YEARS_OWN(""),
        SAME("_same_schools");

        private final String suffix;

        Schools(String suffix) {
            this.suffix = suffix;
        }
    }

    @Override
    public Definition definition() {
        Definition of = gap.definition();
        return new Definition(
                of.id().replaceFirst("^gap\\.", "gap_change.") + schools.suffix,
                new Words(
                        of.name().zh() + "的变化" + (schools == Schools.SAME ? "(两年均有的学校)" : ""),
                        "change of the " + of.name().en() + (schools == Schools.SAME ? ", schools of both years" : "")),
                "now - baseline of: " + of.formula(),
                of.version(),
                of.unit(),
                of.better(),
                of.clauses(),
                of.inputs(),
                MISSING,
                of.reference());
    }

    @Override
    public Class<ChangeView> view() {
        return ChangeView.class;
    }

    @Override
    public String facetSuffix() {
        return gap.facetSuffix();
    }

    @Override
    public @Nullable Grouping grouping() {
        return gap.grouping();
    }

    @Override
    public boolean appliesTo(ChangeView view) {
        return gap.appliesTo(view.base()) && gap.appliesTo(view.now());
    }

    @Override
    public Outcome of(ChangeView view) {
        ChangeView compared = compared(view);
        return between(gap.of(compared.base()), gap.of(compared.now()), view);
    }

    /** The schools whose gap is compared. */
    public ChangeView compared(ChangeView view) {
        return schools == Schools.SAME ? view.sameSchools() : view;
    }

    /** The change between two gaps that were measured before, each year's own. */
    public Outcome between(Outcome base, Outcome now, ChangeView view) {
        if (now instanceof Absent absent) {
            return new Absent(year(view.now(), absent.reason()), now.counts());
        } else if (base instanceof Absent absent) {
            return new Absent(year(view.base(), absent.reason()), now.counts());
        }
        return Outcome.nearest(((Value) now).value() - ((Value) base).value(), now.counts());
    }

    private static Words year(SchoolsView view, Words why) {
        return new Words(view.year() + "年:" + why.zh(), view.year() + ": " + why.en());
    }
}
