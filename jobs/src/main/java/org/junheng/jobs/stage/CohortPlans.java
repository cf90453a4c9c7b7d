package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.jobs.stage.PupilModels.Sitting;
import org.junheng.metric.Words;
import org.junheng.stock.Lineage;
import org.junheng.valueadded.Cohort;
import org.junheng.valueadded.PooledCohorts;

/**
 * Every block in each of its subjects, and the one pass over pupils that serves them all.
 *
 * @param plans one for each model of {@code models}, in its order: those of the blocks, then the earlier cohorts of pools
 * @param published how many of them are blocks' own
 */
record CohortPlans(List<CohortPlan> plans, int published, List<Pool> pools, PupilModels models) {
    CohortPlans {
        plans = List.copyOf(plans);
        pools = List.copyOf(pools);
    }

    /**
     * Cohorts that are fitted together.
     *
     * @param plan of the newest
     * @param places of all among the plans, by outcome year
     */
    record Pool(CohortPlan plan, SortedMap<Integer, Integer> places) {
        /** A covariate without any value in one of the cohorts stands against them all. */
        Words obstacle(List<CohortPlan> plans) {
            return places.values().stream()
                    .map(place -> plans.get(place).obstacle())
                    .filter(words -> !words.equals(Words.NONE))
                    .findFirst()
                    .orElse(Words.NONE);
        }

        /** The cohorts with every school under the code that it has in the newest. */
        PooledCohorts cohorts(List<CohortPlan> plans, SchoolTotals totals, Lineage lineage) {
            SortedMap<Integer, Cohort> byYear = new TreeMap<>();
            places.forEach((year, place) -> byYear.put(
                    year,
                    plans.get(place)
                            .cohort(totals, place)
                            .underCodes(code -> lineage.continuing(code, year, places.lastKey()))));
            return new PooledCohorts(byYear);
        }
    }

    /** @param splitsTime whether enrolments say when a pupil was where */
    static CohortPlans of(
            List<ValueAddedBlock> blocks, Covariates covariates, ModelSubjects subjects, boolean splitsTime) {
        List<Sitting> exams = new ArrayList<>();
        Planning.Common common = new Planning.Common(exams, covariates, subjects, splitsTime);
        List<CohortPlan> plans = new ArrayList<>();
        for (ValueAddedBlock block : blocks) {
            for (String subject : block.subjects()) {
                plans.add(new Planning(block, subject, common).plan());
            }
        }
        int published = plans.size();
        List<Pool> pools = new ArrayList<>();
        for (int i = 0; i < published; i++) {
            CohortPlan plan = plans.get(i);
            SortedMap<Integer, Integer> places = new TreeMap<>();
            places.put(plan.block().outcome().year(), i);
            for (int year : plan.block().pooledYears()) {
                places.put(year, plans.size());
                plans.add(new Planning(plan.block().in(year), plan.subject(), common).plan());
            }
            if (places.size() > 1) {
                pools.add(new Pool(plan, places));
            }
        }
        boolean moments = blocks.stream().anyMatch(block -> block.standardise() == Standardise.WITHIN_EXAM);
        List<PupilModel> models = plans.stream().map(CohortPlan::model).toList();
        return new CohortPlans(plans, published, pools, new PupilModels(exams, common.columns(), models, moments));
    }
}
