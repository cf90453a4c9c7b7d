package org.junheng.jobs.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junheng.jobs.config.ValueAddedBlock.Further;
import org.junheng.jobs.config.ValueAddedBlock.MissingPrior;
import org.junheng.jobs.table.Vocabulary;
import org.junheng.stats.Estimator;

/** The blocks {@code value_added}, {@code growth} and {@code impact}. */
final class ModelBlocks {
    private static final List<String> EXAM = List.of("year", "grade");
    private static final List<String> MEASURED = List.of("year", "grade", "reliability");

    private final Block top;
    private final List<Integer> years;
    private final List<String> ids = new ArrayList<>();

    ModelBlocks(Block top, List<Integer> years) {
        this.top = top;
        this.years = years;
    }

    List<ValueAddedBlock> valueAdded() {
        List<String> allowed = List.of(
                "id",
                "outcome",
                "pooled_years",
                "prior",
                "missing_prior",
                "subjects",
                "covariates",
                "structures",
                "standardise",
                "estimator");
        return top.blocks("value_added", allowed).stream()
                .map(b -> {
                    Exam outcome = outcome(b);
                    return new ValueAddedBlock(
                            id(b),
                            outcome,
                            pooledYears(b, outcome),
                            prior(b, outcome, MEASURED),
                            reliabilities(b),
                            subjects(b),
                            distinct(b, "covariates"),
                            missingPrior(b),
                            structures(b),
                            b.word("standardise", ValueAddedBlock.Standardise.NONE),
                            b.word("estimator", Estimator.REML));
                })
                .toList();
    }

    List<GrowthBlock> growth() {
        return top.blocks("growth", List.of("id", "outcome", "prior", "subjects")).stream()
                .map(b -> {
                    Exam outcome = outcome(b);
                    List<Exam> prior = prior(b, outcome, EXAM);
                    if (prior.isEmpty()) {
                        throw b.notAllowed("prior", "[]", "须至少有一次先前考试", "needs at least one earlier exam");
                    }
                    return new GrowthBlock(id(b), outcome, prior, subjects(b));
                })
                .toList();
    }

    List<ImpactBlock> impact() {
        return new ImpactBlocks(this::id).of(top);
    }

    /** A subject may be named as deliveries name it: 语文 is chinese, Math is math. */
    private static List<String> subjects(Block b) {
        return someTexts(b, "subjects").stream().map(Vocabulary::subject).toList();
    }

    private Exam outcome(Block b) {
        Exam exam = exam(b.block("outcome", EXAM));
        if (!years.contains(exam.year())) {
            throw b.notAllowed(
                    "outcome", String.valueOf(exam.year()), "不在 years 之中：" + years, "is not one of the years " + years);
        }
        return exam;
    }

    private static List<Exam> prior(Block b, Exam outcome, List<String> keys) {
        List<Exam> prior =
                b.blocks("prior", keys).stream().map(ModelBlocks::exam).toList();
        for (Exam exam : prior) {
            if (exam.year() >= outcome.year() || Set.copyOf(prior).size() < prior.size()) {
                throw b.notAllowed(
                        "prior",
                        exam.year() + "/" + exam.grade(),
                        "须早于 outcome 且不重复",
                        "must be before the outcome and stand once");
            }
        }
        return prior;
    }

    /** Earlier cohorts, whose scores are pooled as they are: neither standardised within their exams nor corrected for measurement error. */
    private static List<Integer> pooledYears(Block b, Exam outcome) {
        List<Integer> years = b.has("pooled_years") ? b.integers("pooled_years", 1900, 2200) : List.of();
        if (years.stream().anyMatch(year -> year >= outcome.year())
                || Set.copyOf(years).size() < years.size()) {
            throw b.notAllowed(
                    "pooled_years",
                    years.toString(),
                    "须为早于 outcome 的年份且不重复",
                    "must be years before the outcome and stand once");
        }
        boolean plain = b.word("standardise", ValueAddedBlock.Standardise.NONE) == ValueAddedBlock.Standardise.NONE
                && !isCorrected(b);
        if (!years.isEmpty() && !plain) {
            throw b.notAllowed(
                    "pooled_years",
                    years.toString(),
                    "不能与 standardise: within_exam 或 reliability 同用",
                    "does not go together with standardise: within_exam or with a reliability");
        }
        return years;
    }

    /** Neither pooling nor the correction of errors knows what to do with a score that is not there. */
    private static MissingPrior missingPrior(Block b) {
        MissingPrior rule = b.word("missing_prior", MissingPrior.COMPLETE_CASES);
        if (rule == MissingPrior.KEEP && (b.has("pooled_years") || isCorrected(b))) {
            throw b.notAllowed(
                    "missing_prior",
                    "keep",
                    "不能与 pooled_years 或 reliability 同用",
                    "does not go together with pooled_years or with a reliability");
        }
        return rule;
    }

    private static List<Further> structures(Block b) {
        List<Further> structures = b.has("structures") ? b.words("structures", Further.class) : List.of();
        boolean needsPrior = structures.contains(Further.RANDOM_SLOPE) || structures.contains(Further.FEEDER_SCHOOLS);
        if (needsPrior && b.blocks("prior", MEASURED).isEmpty()) {
            throw b.notAllowed(
                    "structures",
                    structures.toString(),
                    "random_slope 和 feeder_schools 需要先前考试",
                    "random_slope and feeder_schools need a prior exam");
        }
        if (!structures.isEmpty() && isCorrected(b)) {
            throw b.notAllowed(
                    "structures",
                    structures.toString(),
                    "不能与 reliability 同用",
                    "does not go together with a reliability");
        }
        return structures;
    }

    private static boolean isCorrected(Block b) {
        return reliabilities(b).stream().anyMatch(reliability -> reliability < 1);
    }

    private static List<Double> reliabilities(Block b) {
        return b.blocks("prior", MEASURED).stream()
                .map(exam -> {
                    double reliability = exam.share("reliability", 1);
                    if (reliability == 0) {
                        throw exam.notAllowed("reliability", "0", "须大于0、不大于1", "must be above 0 and at most 1");
                    }
                    return reliability;
                })
                .toList();
    }

    private static Exam exam(Block b) {
        return new Exam(b.integer("year", 1900, 2200), b.integer("grade", 1, 12));
    }

    private String id(Block b) {
        String id = b.text("id");
        if (!id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}") || ids.contains(id)) {
            throw b.notAllowed("id", id, "须只用字母、数字和 . _ -，且不重复", "must be of letters, digits and . _ - and stand once");
        }
        ids.add(id);
        return id;
    }

    static List<String> someTexts(Block b, String key) {
        List<String> texts = distinct(b, key);
        if (texts.isEmpty()) {
            throw b.notAllowed(key, "[]", "不能为空", "must not be empty");
        }
        return texts;
    }

    static List<String> distinct(Block b, String key) {
        List<String> texts = b.texts(key);
        if (texts.stream().distinct().count() < texts.size()) {
            throw b.notAllowed(key, texts.toString(), "有重复", "names something twice");
        }
        return texts;
    }
}
