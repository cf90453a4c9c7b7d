package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junheng.impact.Detectability;
import org.junheng.impact.ImpactEstimate;
import org.junheng.impact.ImpactEstimate.Span;
import org.junheng.impact.ImpactFit;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.table.ImpactEstimates;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Words;
import org.junheng.subject.Status;

/** Effects as rows of the published tables. An effect on fewer schools than may be published is emptied (contract 5.3). */
final class ImpactRows {
    private static final Words FEW_SCHOOLS = new Words("学校数少于公布下限", "fewer schools than the limit of publication");

    private static final Detectability CARD = new Detectability();

    private final Disclosure limits;
    private final List<ImpactEstimates> estimates = new ArrayList<>();
    private final List<Measures> measures = new ArrayList<>();
    private final List<Words> reasons = new ArrayList<>();

    ImpactRows(Disclosure limits) {
        this.limits = limits;
    }

    /** The estimates of a block; what its design can show is told before anybody sees them. */
    void add(ImpactBlock block, ImpactFit fit) {
        Words least = CARD.sentence(fit, CARD.of(fit));
        if (!least.equals(Words.NONE)) {
            tell(block, least);
        }
        fit.estimates().forEach(e -> estimates.add(isSmall(e) ? emptied(block, e) : row(block, e)));
        if (!fit.refusal().equals(Words.NONE)) {
            refuse(block, fit.refusal());
        }
    }

    void add(List<Measures> readings) {
        measures.addAll(readings);
    }

    void refuse(ImpactBlock block, Words why) {
        tell(block, why);
    }

    private void tell(ImpactBlock block, Words what) {
        reasons.add(new Words("impact " + block.id() + ": " + what.zh(), "impact " + block.id() + ": " + what.en()));
    }

    Modelled modelled() {
        return new Modelled(measures, List.of(), estimates, reasons);
    }

    private boolean isSmall(ImpactEstimate e) {
        boolean fewJoined = e.treated() > 0 && e.treated() < limits.minSchools();
        boolean fewOthers = e.comparison() > 0 && e.comparison() < limits.minSchools();
        return e.estimate() != null && (fewJoined || fewOthers);
    }

    private static ImpactEstimates row(ImpactBlock block, ImpactEstimate e) {
        Span interval = e.interval();
        Span band = e.band();
        return new ImpactEstimates(
                block.id(),
                estimator(block),
                e.aggregation().toString(),
                e.cohort(),
                e.year(),
                e.eventTime(),
                e.estimate(),
                e.se(),
                interval == null ? null : Double.valueOf(interval.low()),
                interval == null ? null : Double.valueOf(interval.high()),
                band == null ? null : Double.valueOf(band.low()),
                band == null ? null : Double.valueOf(band.high()),
                e.pValue(),
                e.treated(),
                e.comparison(),
                e.clusters(),
                e.status(),
                e.reason().both());
    }

    private static ImpactEstimates emptied(ImpactBlock block, ImpactEstimate e) {
        return new ImpactEstimates(
                block.id(),
                estimator(block),
                e.aggregation().toString(),
                e.cohort(),
                e.year(),
                e.eventTime(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                e.treated(),
                e.comparison(),
                null,
                Status.SUPPRESSED,
                FEW_SCHOOLS.both());
    }

    private static String estimator(ImpactBlock block) {
        return block.estimator().name().toLowerCase(Locale.ROOT);
    }
}
