package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junheng.jobs.config.Exam;
import org.junheng.jobs.config.GrowthBlock;
import org.junheng.jobs.stage.PupilModels.PupilModel;
import org.junheng.jobs.stage.PupilModels.Sitting;

/**
 * A growth block in one subject.
 *
 * @param priors newest first
 */
record GrowthPlan(GrowthBlock block, String subject, List<Exam> priors) {
    GrowthPlan {
        priors = List.copyOf(priors);
    }

    static List<GrowthPlan> of(List<GrowthBlock> blocks) {
        List<GrowthPlan> plans = new ArrayList<>();
        for (GrowthBlock block : blocks) {
            List<Exam> priors = block.prior().stream()
                    .sorted(Comparator.comparingInt(Exam::year)
                            .thenComparingInt(Exam::grade)
                            .reversed())
                    .toList();
            block.subjects().forEach(subject -> plans.add(new GrowthPlan(block, subject, priors)));
        }
        return plans;
    }

    /** What must be read of every pupil for all plans. */
    static PupilModels models(List<GrowthPlan> plans) {
        List<Sitting> exams = new ArrayList<>();
        List<PupilModel> models = new ArrayList<>();
        for (GrowthPlan plan : plans) {
            int outcome = plan.place(exams, plan.block.outcome());
            List<Integer> priors =
                    plan.priors.stream().map(exam -> plan.place(exams, exam)).toList();
            models.add(new PupilModel(outcome, priors, List.of(), List.of()));
        }
        return new PupilModels(exams, List.of(), models, false);
    }

    String facet() {
        return "score:" + subject;
    }

    private int place(List<Sitting> exams, Exam exam) {
        Sitting sitting = new Sitting(exam.year(), exam.grade(), subject);
        if (!exams.contains(sitting)) {
            exams.add(sitting);
        }
        return exams.indexOf(sitting);
    }
}
