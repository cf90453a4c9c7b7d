package org.junheng.jobs.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.EvaluationReader;
import org.junheng.jobs.store.Workplace;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that reads a delivery is told: the evaluation file, where results go, and the day of the roster. */
final class EvaluationArguments {
    @Parameters(
            paramLabel = "EVALUATION.yaml",
            description = "评价配置文件 / the evaluation file, a path, or a URI such as hdfs://host/folder/evaluation.yaml")
    String file = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "结果文件夹，默认为配置文件旁的 out / where results go, out beside the evaluation file unless told")
    @Nullable
    String out;

    @Option(
            names = "--as-known-on",
            paramLabel = "DATE",
            description = "按当日已登记的集群名册 / the roster as it was recorded by this day, 2024-03-31")
    @Nullable
    LocalDate asKnownOn;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "按当日的集群名册 / the roster as it stood on this day of the last school year, 2024-10-15")
    @Nullable
    LocalDate asOf;

    Workplace place() {
        return Workplace.of(file, out);
    }

    EvaluationFile read(Workplace place) {
        return EvaluationFile.read(place.evaluation(), new EvaluationReader.Day(asOf, asKnownOn));
    }
}
