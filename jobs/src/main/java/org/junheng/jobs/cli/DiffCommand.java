package org.junheng.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.query.RunDifference;
import org.junheng.metric.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code junheng diff}: what differs between two published runs. */
@Command(name = "diff", description = "比较两次评价的指标与判定 / the numbers and verdicts that differ between two runs")
final class DiffCommand implements Callable<Integer>, LanguageOption.Chosen {
    private static final int SHOWN = 50;

    @Parameters(index = "0", paramLabel = "RUN_A", description = "先前的结果 / the earlier run")
    Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN_B", description = "后来的结果 / the later run")
    Path after = Path.of("");

    @Option(names = "--csv", description = "输出全部差异为 CSV / all differences as CSV")
    boolean csv;

    @Mixin
    LanguageOption options = new LanguageOption();

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = options.out();
        RunDifference.Result result = RunDifference.of(PublishedRun.find(before), PublishedRun.find(after));
        if (csv) {
            result.changes().csv(out);
            out.flush();
            return 0;
        }
        result.counts().forEach(counts -> out.println(options.language.of(said(counts))));
        if (!result.isNone()) {
            result.changes().lines(SHOWN).forEach(out::println);
        }
        int all = result.changes().rows().size();
        if (all > SHOWN) {
            out.println(options.language.of(new Words(
                    "共 " + all + " 处差异，显示前 " + SHOWN + " 处；--csv 输出全部",
                    all + " differences, the first " + SHOWN + " shown; --csv gives all")));
        }
        return 0;
    }

    private static Words said(RunDifference.Counts c) {
        return new Words(
                c.table() + "：相同 " + c.same() + "，变化 " + c.changed() + "，新增 " + c.added() + "，消失 " + c.removed(),
                c.table() + ": " + c.same() + " the same, " + c.changed() + " changed, " + c.added() + " added, "
                        + c.removed() + " gone");
    }
}
