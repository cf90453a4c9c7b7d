package org.junheng.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Engine;
import org.junheng.jobs.Evaluate;
import org.junheng.jobs.RunSummary;
import org.junheng.jobs.StartingEngine;
import org.junheng.jobs.Stopwatch;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.ingest.Room;
import org.junheng.jobs.publish.RunGauges;
import org.junheng.metric.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code junheng run}: checks, measures, judges and publishes one run. */
@Command(name = "run", description = "检查、计算、判定并发布一次评价 / check, measure, judge, publish one run")
final class RunCommand implements Callable<Integer>, LanguageOption.Chosen, Scheduled {
    @Mixin
    EvaluationArguments arguments = new EvaluationArguments();

    @Option(names = "--anew", description = "即使没有变化也重新计算 / compute although nothing has changed")
    boolean anew;

    @Mixin
    LanguageOption options = new LanguageOption();

    private @Nullable RunGauges gauges;
    private @Nullable Stopwatch stopwatch;
    private @Nullable RunSummary summary;

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        EvaluationFile loaded = arguments.read();
        Evaluation evaluation = loaded.evaluation();
        Path target = arguments.outOf(loaded);
        Stopwatch watch = new Stopwatch(options.console());
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
            if (Engine.isGiven() || !evaluation.growth().isEmpty()) {
                engine.begin();
            }
            Room room = Engine.isGiven() ? Room.none() : new Room(Room.ORDINARY, engine::begin);
            return new Evaluate(engine::session, evaluation, loaded.rules(), watch, room).run(target, options.language);
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
