package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.ValueAddedBlock;
import org.junheng.jobs.stage.PupilModels.Belonging;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.jobs.stage.PupilModels.Sitting;
import org.junheng.metric.Words;
import org.junheng.subject.RosterDays;
import org.junheng.valueadded.Structure;
import org.junheng.valueadded.Term;

/** One plan in the making: the terms of a block in one subject, and where its numbers and texts stand among those of a pupil. */
final class Planning {
    private final ValueAddedBlock block;
    private final String subject;
    private final Common common;
    private final Covariates covariates;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Integer> texts = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private Words obstacle = Words.NONE;

    /**
     * What the plans of a run share.
     *
     * @param exams numbered by their place, growing with every plan
     * @param splitsTime whether enrolments say when a pupil was where
     */
    record Common(List<Sitting> exams, Covariates covariates, ModelSubjects subjects, boolean splitsTime) {
        List<String> columns() {
            return List.copyOf(covariates.ofPupils().keySet());
        }
    }

    Planning(ValueAddedBlock block, String subject, Common common) {
        this.block = block;
        this.subject = subject;
        this.common = common;
        this.covariates = common.covariates();
    }

    CohortPlan plan() {
        int outcome = place(block.outcome());
        List<Integer> priors = block.prior().stream().map(this::place).toList();
        for (Exam prior : block.prior()) {
            terms.add(new Term.PupilNumber(name(prior), terms.size() + 1));
        }
        block.covariates().forEach(this::enter);
        boolean marks = block.missingPrior() == ValueAddedBlock.MissingPrior.KEEP;
        if (marks) {
            for (int i = 0; i < priors.size(); i++) {
                int mark = 1 + priors.size() + numbers.size() + i;
                terms.add(new Term.Missing(name(block.prior().get(i)) + "_missing", i + 1, mark));
            }
        }
        List<Belonging> belongings = new ArrayList<>();
        List<Structure> structures = structures(priors, belongings);
        PupilModel model = new PupilModel(outcome, priors, numbers, texts, marks, belongings);
        return new CohortPlan(block, subject, model, terms, structures, obstacle);
    }

    private static String name(Exam prior) {
        return "prior_" + prior.year() + "_" + prior.grade();
    }

    private List<Structure> structures(List<Integer> priors, List<Belonging> belongings) {
        List<Structure> structures = new ArrayList<>();
        int latest = block.latestPrior();
        for (ValueAddedBlock.Further further : block.structures()) {
            switch (further) {
                case RANDOM_SLOPE ->
                    structures.add(new Structure.RandomSlope(name(block.prior().get(latest))));
                case COUNTIES ->
                    structures.add(new Structure.Counties(
                            common.subjects().counties(block.outcome().year())));
                case FEEDER_SCHOOLS -> {
                    structures.add(new Structure.FeederSchools(texts.size() + belongings.size()));
                    belongings.add(new PupilModels.Feeder(priors.get(latest)));
                }
            }
        }
        if (common.splitsTime() && block.reliabilities().stream().allMatch(reliability -> reliability == 1)) {
            int since = latest < 0
                    ? block.outcome().year() - 1
                    : block.prior().get(latest).year();
            structures.add(new Structure.SharedTime(texts.size() + belongings.size()));
            belongings.add(new PupilModels.Time(
                    RosterDays.ORDINARY.of(since),
                    RosterDays.ORDINARY.of(block.outcome().year())));
        }
        return structures;
    }

    private int place(Exam exam) {
        return placeIn(common.exams(), new Sitting(exam.year(), exam.grade(), subject));
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
                    "没有基线考试,无法使用 school_mean_prior", "school_mean_prior needs a prior exam, and the block names none");
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
        Map<String, String> values = covariates.bySchool(column, block.outcome().year());
        if (!covariates.isNumber(column)) {
            return new Term.SchoolText(name, values);
        }
        Map<String, Double> parsed = new TreeMap<>();
        values.forEach((school, text) -> parsed.put(school, Double.valueOf(text)));
        return new Term.SchoolNumber(name, parsed);
    }

    private int number(String column) {
        return 1 + block.prior().size() + placeIn(numbers, common.columns().indexOf(column));
    }

    private int text(String column) {
        return placeIn(texts, common.columns().indexOf(column));
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
