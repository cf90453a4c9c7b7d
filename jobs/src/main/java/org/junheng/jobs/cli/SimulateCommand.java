package org.junheng.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.publish.Storage;
import org.junheng.jobs.simulate.Plan;
import org.junheng.jobs.simulate.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code junheng simulate}: a fictitious province with known truth. */
@Command(name = "simulate", description = "生成真值已知的虚拟省份 / write a fictitious province with known truth")
final class SimulateCommand implements Callable<Integer>, LanguageOption.Chosen {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "目标文件夹 / where it goes")
    Path out = Path.of("");

    @Option(
            names = "--schools",
            paramLabel = "N",
            defaultValue = "600",
            description = "学校数 / schools of all types (default: ${DEFAULT-VALUE})")
    int schools;

    @Option(
            names = "--counties",
            paramLabel = "N",
            description = "县数,每县至少 3 所学校 / counties, at least 3 schools in each (default: one per 50 schools)")
    @Nullable
    Integer counties;

    @Option(
            names = "--years",
            paramLabel = "N",
            defaultValue = "4",
            description = "学年数 / school years, at least 4 (default: ${DEFAULT-VALUE})")
    int years;

    @Option(
            names = "--pupils",
            paramLabel = "N",
            defaultValue = "10000",
            description = "队列学生数 / pupils of the cohort, four scores each (default: ${DEFAULT-VALUE})")
    long pupils;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "随机种子 / seed (default: ${DEFAULT-VALUE})")
    long seed;

    @Mixin
    LanguageOption options = new LanguageOption();

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() {
        try {
            Plan plan = Plan.of(schools, years, pupils, seed);
            Simulation.write(out, counties == null ? plan : plan.withCounties(counties));
        } catch (IOException e) {
            throw Storage.refuse(out, e);
        }
        options.console().line("虚拟省份已写入 " + out + ",真值在 truth/", "the province is in " + out + ", its truth in truth/");
        return 0;
    }
}
