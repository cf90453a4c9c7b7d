package org.junheng.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Check;
import org.junheng.jobs.report.Language;
import org.junheng.metric.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code junheng check}: reads and checks a delivery only. */
@Command(
        name = "check",
        sortOptions = false,
        synopsisHeading = "用法 / usage: ",
        optionListHeading = "%n选项 / options%n",
        parameterListHeading = "%n参数 / arguments%n",
        description = "只读取并检查数据 / read and check the delivery only")
final class CheckCommand implements Callable<Integer>, LanguageOption.Chosen, Scheduled {
    @Parameters(paramLabel = "EVALUATION.yaml", description = "评价配置文件 / the evaluation file")
    Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "结果文件夹，默认为配置文件旁的 out / where the account goes, out beside the evaluation file unless told")
    @Nullable
    Path out;

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

    @Override
    public Language language() {
        return options.language;
    }

    @Override
    public Integer call() throws IOException {
        EvaluationFile loaded = EvaluationFile.read(file, asKnownOn);
        Path target = loaded.out(out);
        Console console = new Console(Specs.out(spec), options.language);
        console.begins(new Words("读取并检查", "reading and checking"));
        new Check(loaded.evaluation(), console).run(target);
        Path account = target.resolve("check").resolve("csv").resolve("quality.csv");
        console.line("检查完毕，逐表账目：" + account, "Checked; the account of every table: " + account);
        return 0;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of();
    }
}
