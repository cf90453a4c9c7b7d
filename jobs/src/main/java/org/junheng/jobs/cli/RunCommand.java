package org.junheng.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Engine;
import org.junheng.jobs.Evaluate;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.RunSummary;
import org.junheng.jobs.StartingEngine;
import org.junheng.jobs.Stopwatch;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.ingest.Arrivals;
import org.junheng.jobs.ingest.Room;
import org.junheng.jobs.publish.Lineage;
import org.junheng.jobs.publish.RunGauges;
import org.junheng.jobs.publish.RunIdentity;
import org.junheng.jobs.query.ChangedSince;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.store.Workplace;
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

    private @Nullable Workplace place;
    private @Nullable RunGauges gauges;
    private @Nullable Lineage lineage;
    private @Nullable Stopwatch stopwatch;
    private @Nullable RunSummary summary;
    private @Nullable ChangedSince changed;

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Workplace here = arguments.place();
        place = here;
        EvaluationFile read = arguments.read(here);
        Arrivals arrivals = read.arrivals();
        EvaluationFile loaded = new EvaluationFile(arrivals.evaluation(), read.rules());
        Evaluation evaluation = loaded.evaluation();
        Path target = here.out(evaluation.folder());
        Stopwatch watch = new Stopwatch(options.console());
        stopwatch = watch;
        RunGauges told = new RunGauges(target, evaluation.id());
        gauges = told;
        told.delivered(arrivals.written());
        arrivals.messages().forEach(watch::tells);
        traced(loaded, watch);
        Optional<PublishedRun> before = PublishedRun.standing(target);
        Optional<RunSummary> standing =
                anew ? Optional.empty() : Evaluate.standing(target, evaluation, loaded.rules(), options.language);
        RunSummary result = standing.isPresent() ? standing.get() : evaluated(loaded, target, watch, here.settings());
        here.publish(result.folder());
        summary = result;
        watch.begins(new Words("完成", "done"));
        new Closing(result, here).sentences().forEach(watch::tells);
        before.ifPresent(run -> compare(run, new PublishedRun(result.folder()), watch, told));
        return 0;
    }

    /** Events of lineage, where the environment names a file or a service for them. */
    private void traced(EvaluationFile loaded, Stopwatch watch) {
        String told = System.getenv("JUNHENG_LINEAGE");
        if (told != null && !told.isBlank()) {
            Evaluation evaluation = loaded.evaluation();
            RunIdentity identity = RunIdentity.of(evaluation, loaded.rules(), options.language.name());
            Lineage events = new Lineage(told, evaluation.id(), evaluation.folder(), identity.files());
            lineage = events;
            tell(events.begins(), watch);
        }
    }

    private static void tell(@Nullable Words words, Stopwatch watch) {
        if (words != null) {
            watch.tells(words);
        }
    }

    /** Says what a new run changed. The run stands; where it cannot be compared, that is said and no more. */
    private void compare(PublishedRun before, PublishedRun after, Stopwatch watch, RunGauges told) {
        if (before.id().equals(after.id())) {
            return;
        }
        try {
            changed = ChangedSince.between(before, after).orElse(null);
            if (changed != null) {
                changed.sentences().forEach(watch::tells);
                changed.counts().forEach(c -> told.changed(c.table(), c.kinds()));
            }
        } catch (Refusal e) {
            watch.tells(new Words(
                    "无法与上一次结果 " + before.id() + " 比较",
                    "This run cannot be compared with the one before, " + before.id()));
        }
    }

    private RunSummary evaluated(EvaluationFile loaded, Path target, Stopwatch watch, Map<String, String> settings)
            throws IOException {
        Evaluation evaluation = loaded.evaluation();
        try (StartingEngine engine = new StartingEngine(evaluation.timezone().getId(), settings)) {
            if (Engine.isGiven() || !evaluation.growth().isEmpty()) {
                engine.begin();
            }
            Room room = Engine.isGiven() ? Room.none() : new Room(Room.ORDINARY, engine::begin);
            return new Evaluate(engine::session, evaluation, loaded.rules(), watch, room).run(target, options.language);
        }
    }

    @Override
    public Map<String, Object> facts() {
        if (summary == null || place == null) {
            return Map.of();
        }
        Map<String, Object> facts = RunGauges.facts(summary, place.shown(summary.folder()));
        if (changed != null) {
            facts.put("changes", changed.facts());
        }
        return facts;
    }

    @Override
    public void ended(int exit) {
        if (gauges != null && stopwatch != null) {
            if (lineage != null) {
                tell(lineage.ends(summary), stopwatch);
            }
            gauges.write(exit, summary, stopwatch);
        }
        if (place != null) {
            place.close();
        }
    }
}
