package org.junheng.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Check;
import org.junheng.jobs.Engine;
import org.junheng.jobs.report.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code junheng check}: reads and checks a delivery only. */
@Command(name = "check", description = "只读取并检查数据 / read and check the delivery only")
final class CheckCommand implements Callable<Integer>, LanguageOption.Chosen {
    @Parameters(paramLabel = "EVALUATION.yaml", description = "评价配置文件 the evaluation file")
    Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "结果文件夹 where the check goes (default: out beside the evaluation file)")
    @Nullable
    Path out;

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
        EvaluationFile loaded = EvaluationFile.read(file);
        Console console = new Console(Specs.out(spec), options.language);
        try (SparkSession spark = Engine.start(loaded.evaluation().timezone().getId())) {
            new Check(spark, loaded.evaluation(), console).run(loaded.out(out));
        }
        return 0;
    }
}
