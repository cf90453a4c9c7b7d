package org.junheng.jobs.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junheng.jobs.Check;
import org.junheng.jobs.ingest.Arrivals;
import org.junheng.jobs.store.Workplace;
import org.junheng.metric.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code junheng check}: reads and checks a delivery only. */
@Command(name = "check", description = "只读取并检查数据 / read and check the delivery only")
final class CheckCommand implements Callable<Integer>, LanguageOption.Chosen, Scheduled {
    @Mixin
    EvaluationArguments arguments = new EvaluationArguments();

    @Mixin
    LanguageOption options = new LanguageOption();

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() {
        try (Workplace place = arguments.place()) {
            Arrivals arrivals = arguments.read(place).arrivals();
            Path target = place.out(arrivals.evaluation().folder());
            Console console = options.console();
            console.begins(new Words("读取并检查", "reading and checking"));
            arrivals.messages().forEach(console::tells);
            new Check(arrivals.evaluation(), console).run(target);
            String account = place.shown(target.resolve("check").resolve("csv").resolve("quality.csv"));
            console.line("检查完毕，逐表账目：" + account, "Checked; the account of every table: " + account);
            return 0;
        }
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of();
    }
}
