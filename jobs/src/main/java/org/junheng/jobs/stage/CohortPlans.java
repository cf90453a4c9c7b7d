package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.config.ValueAddedBlock.Standardise;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.jobs.stage.PupilModels.Sitting;
import org.junheng.metric.Words;
import org.junheng.valueadded.Cohort;
import org.junheng.valueadded.PooledCohorts;
import org.junheng.valueadded.Term;

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

        PooledCohorts cohorts(List<CohortPlan> plans, SchoolTotals totals) {
            SortedMap<Integer, Cohort> byYear = new TreeMap<>();
            places.forEach((year, place) -> byYear.put(year, plans.get(place).cohort(totals, place)));
            return new PooledCohorts(byYear);
        }
    }

    static CohortPlans of(List<ValueAddedBlock> blocks, Covariates covariates) {
        List<Sitting> exams = new ArrayList<>();
        List<String> columns = List.copyOf(covariates.ofPupils().keySet());
        List<CohortPlan> plans = new ArrayList<>();
        for (ValueAddedBlock block : blocks) {
            for (String subject : block.subjects()) {
                plans.add(new Planning(block, subject, exams, columns, covariates).plan());
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
                plans.add(new Planning(plan.block().in(year), plan.subject(), exams, columns, covariates).plan());
            }
            if (places.size() > 1) {
                pools.add(new Pool(plan, places));
            }
        }
        boolean moments = blocks.stream().anyMatch(block -> block.standardise() == Standardise.WITHIN_EXAM);
        List<PupilModel> models = plans.stream().map(CohortPlan::model).toList();
        return new CohortPlans(plans, published, pools, new PupilModels(exams, columns, models, moments));
    }

    /** One plan in the making. */
    private static final class Planning {
        private final ValueAddedBlock block;
        private final String subject;
        private final List<Sitting> exams;
        private final List<String> columns;
        private final Covariates covariates;
        private final List<Integer> numbers = new ArrayList<>();
        private final List<Integer> texts = new ArrayList<>();
        private final List<Term> terms = new ArrayList<>();
        private Words obstacle = Words.NONE;

        Planning(
                ValueAddedBlock block,
                String subject,
                List<Sitting> exams,
                List<String> columns,
                Covariates covariates) {
            this.block = block;
            this.subject = subject;
            this.exams = exams;
            this.columns = columns;
            this.covariates = covariates;
        }

        CohortPlan plan() {
            int outcome = place(block.outcome());
            List<Integer> priors = block.prior().stream().map(this::place).toList();
            for (Exam prior : block.prior()) {
                terms.add(new Term.PupilNumber("prior_" + prior.year() + "_" + prior.grade(), terms.size() + 1));
            }
            block.covariates().forEach(this::enter);
            return new CohortPlan(block, subject, new PupilModel(outcome, priors, numbers, texts), terms, obstacle);
        }

        private int place(Exam exam) {
            return placeIn(exams, new Sitting(exam.year(), exam.grade(), subject));
        }

        private void enter(String name) {
            if (name.equals(Covariates.SCHOOL_MEAN_PRIOR)) {
                enterMeanPrior();
            } else if (covariates.isOfPupils(name)) {
                terms.add(
                        covariates.isNumber(name)
                                ? new Term.PupilNumber(name, number(name))
                                : new Term.PupilText(name, text(name)));
            } else if (covariates.isOfSchools(name)) {
                terms.add(ofSchool(name, name));
            } else {
                enterMean(name);
            }
        }

        private void enterMeanPrior() {
            if (block.prior().isEmpty()) {
                obstacle = new Words(
                        "没有基线考试,无法使用 school_mean_prior",
                        "school_mean_prior needs a prior exam, and the block names none");
            } else {
                terms.add(new Term.MeanOfNumber(Covariates.SCHOOL_MEAN_PRIOR, 1));
            }
        }

        private void enterMean(String name) {
            String column =
                    name.startsWith(Covariates.SCHOOL_MEAN) ? name.substring(Covariates.SCHOOL_MEAN.length()) : name;
            if (covariates.isOfPupils(column)) {
                terms.add(
                        covariates.isNumber(column)
                                ? new Term.MeanOfNumber(name, number(column))
                                : new Term.MeanOfText(name, text(column)));
            } else if (covariates.isOfSchools(column)) {
                terms.add(ofSchool(name, column));
            } else {
                obstacle = new Words(
                        "协变量 " + column + " 在 pupils 和 schools 中都没有值",
                        "covariate " + column + " holds no value in pupils or schools");
            }
        }

        private Term ofSchool(String name, String column) {
            Map<String, String> values =
                    covariates.bySchool(column, block.outcome().year());
            if (!covariates.isNumber(column)) {
                return new Term.SchoolText(name, values);
            }
            Map<String, Double> parsed = new TreeMap<>();
            values.forEach((school, text) -> parsed.put(school, Double.valueOf(text)));
            return new Term.SchoolNumber(name, parsed);
        }

        private int number(String column) {
            return 1 + block.prior().size() + placeIn(numbers, columns.indexOf(column));
        }

        private int text(String column) {
            return placeIn(texts, columns.indexOf(column));
        }

        private static <T> int placeIn(List<T> list, T wanted) {
            int at = list.indexOf(wanted);
            if (at >= 0) {
                return at;
            }
            list.add(wanted);
            return list.size() - 1;
        }
    }
}
