package org.junheng.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Evaluate;
import org.junheng.jobs.RunSummary;
import org.junheng.jobs.StartingEngine;
import org.junheng.jobs.Stopwatch;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.publish.RunGauges;
import org.junheng.jobs.report.Language;
import org.junheng.metric.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code junheng run}: checks, measures, judges and publishes one run. */
@Command(
        name = "run",
        sortOptions = false,
        synopsisHeading = "用法 / usage: ",
        optionListHeading = "%n选项 / options%n",
        parameterListHeading = "%n参数 / arguments%n",
        description = "检查、计算、判定并发布一次评价 / check, measure, judge, publish one run")
final class RunCommand implements Callable<Integer>, LanguageOption.Chosen, Scheduled {
    @Parameters(paramLabel = "EVALUATION.yaml", description = "评价配置文件 / the evaluation file")
    Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "结果文件夹，默认为配置文件旁的 out / where results go, out beside the evaluation file unless told")
    @Nullable
    Path out;

    @Option(names = "--anew", description = "即使没有变化也重新计算 / compute although nothing has changed")
    boolean anew;

    @Option(
            names = "--as-known-on",
            paramLabel = "DATE",
            description = "按当日已登记的集群名册 / the roster as it was recorded by this day, 2024-03-31")
    @Nullable
    LocalDate asKnownOn;

    @Mixin
    LanguageOption options = new LanguageOption();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    private @Nullable RunGauges gauges;
    private @Nullable Stopwatch stopwatch;
    private @Nullable RunSummary summary;

    @Override
    public Language language() {
        return options.language;
    }

    @Override
    public Integer call() throws IOException {
        EvaluationFile loaded = EvaluationFile.read(file, asKnownOn);
        Evaluation evaluation = loaded.evaluation();
        Path target = loaded.out(out);
        Stopwatch watch = new Stopwatch(new Console(Specs.out(spec), options.language));
        stopwatch = watch;
        gauges = new RunGauges(target, evaluation.id());
        Optional<RunSummary> standing =
                anew ? Optional.empty() : Evaluate.standing(target, evaluation, loaded.rules(), options.language);
        RunSummary result = standing.isPresent() ? standing.get() : evaluated(loaded, target, watch);
        summary = result;
        watch.begins(new Words("完成", "done"));
        new Closing(result, target.resolve("current")).sentences().forEach(watch::tells);
        return 0;
    }

    private RunSummary evaluated(EvaluationFile loaded, Path target, Stopwatch watch) throws IOException {
        Evaluation evaluation = loaded.evaluation();
        try (StartingEngine engine = new StartingEngine(evaluation.timezone().getId())) {
            return new Evaluate(engine::session, evaluation, loaded.rules(), watch).run(target, options.language);
        }
    }

    @Override
    public Map<String, Object> facts() {
        return summary == null ? Map.of() : RunGauges.facts(summary);
    }

    @Override
    public void ended(int exit) {
        if (gauges != null && stopwatch != null) {
            gauges.write(exit, summary, stopwatch);
        }
    }
}
