package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.metric.Words;
import org.junheng.stock.Lineage;
import org.junheng.stock.SchoolLink;
import org.junheng.valueadded.CohortFit;
import org.junheng.valueadded.PooledValueAdded;
import org.junheng.valueadded.Structure;

/** Value-added of schools (增值评价): pupils are summed once in Spark, exactly and by school; every model is fitted from the sums. */
public final class ValueAdded {
    private ValueAdded() {}

    /**
     * Fits every block and subject. Pupils without a score of the outcome exam anywhere leave a model to the schools' means.
     *
     * @param tables the checked tables by name; pupils and schools may hold further columns that blocks name as covariates
     */
    public static Modelled of(Tables tables, List<ValueAddedBlock> blocks) {
        if (blocks.isEmpty()) {
            return Modelled.NOTHING;
        }
        List<Integer> years = blocks.stream()
                .flatMap(block -> Stream.concat(Stream.of(block.outcome()), block.prior().stream()))
                .map(Exam::year)
                .distinct()
                .toList();
        return of(
                tables,
                blocks,
                ModelSubjects.of(tables, years),
                Registers.links(tables),
                Registers.lineage(tables, cohorts(blocks)));
    }

    /** The years of all outcome exams. */
    private static List<Integer> cohorts(List<ValueAddedBlock> blocks) {
        return blocks.stream()
                .flatMap(b -> Stream.concat(Stream.of(b.outcome().year()), b.pooledYears().stream()))
                .distinct()
                .toList();
    }

    private static Modelled of(
            Tables tables,
            List<ValueAddedBlock> blocks,
            ModelSubjects subjects,
            List<SchoolLink> links,
            Lineage lineage) {
        Covariates covariates = Covariates.of(
                tables.rows("pupils"),
                tables.rows("schools"),
                blocks.stream().flatMap(block -> block.covariates().stream()).toList());
        CohortPlans plans = CohortPlans.of(
                blocks, covariates, subjects, !tables.rows("enrolments").isEmpty());
        SchoolTotals totals = PupilSums.of(
                tables, plans.models(), Screening.of(plans.plans().subList(0, plans.published()), subjects, links));
        SchoolMeansTable means = new SchoolMeansTable(tables, plans.models());
        ValueAddedRows rows = new ValueAddedRows(subjects);
        SelectionRows selection = new SelectionRows();
        List<CohortFit> fits = new ArrayList<>();
        for (int i = 0; i < plans.published(); i++) {
            CohortPlan plan = plans.plans().get(i);
            boolean havePupils = totals.havePupils(i);
            fits.add(havePupils ? plan.fit(totals, i) : means.fit(plan));
            rows.add(plan, fits.get(i), havePupils ? plan.unit() : CohortPlan.SCORE);
            if (havePupils) {
                for (Structure structure : plan.structures()) {
                    rows.add(plan, plan.fit(totals, i, structure));
                }
            }
            selection.add(plan, fits.get(i), totals, i);
        }
        rows.addStability(plans.plans().subList(0, plans.published()), fits, lineage);
        for (CohortPlans.Pool pool : plans.pools()) {
            Words obstacle = pool.obstacle(plans.plans());
            rows.addPooled(
                    pool.plan(),
                    obstacle.equals(Words.NONE)
                            ? new PooledValueAdded().fit(pool.cohorts(plans.plans(), totals, lineage))
                            : new CohortFit(List.of(), List.of(), obstacle));
        }
        return rows.result().and(new Modelled(selection.measures(), List.of(), List.of()));
    }
}
