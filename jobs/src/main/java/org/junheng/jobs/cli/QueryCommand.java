package org.junheng.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junheng.jobs.query.Answer;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.query.RunDatabase;
import org.junheng.metric.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code junheng query}: asks a published run in SQL; nothing can be changed by it. */
@Command(
        name = "query",
        description = {
            "用 SQL 查询已发布的结果，只读 / ask a published run in SQL, read only",
            "",
            "例 / example:  junheng query out/current \"select subject_id, value from measures where metric_id = 'gap.cv'"
                    + " and facet = 'R2'\""
        })
final class QueryCommand implements Callable<Integer>, LanguageOption.Chosen {
    private static final int SHOWN = 200;

    @Parameters(index = "0", paramLabel = "RUN", description = "结果文件夹或 current / the folder of a run, or current")
    Path run = Path.of("");

    @Parameters(index = "1", paramLabel = "SQL", description = "查询语句；各表见 csv/ / a query; csv/ shows the tables")
    String sql = "";

    @Option(names = "--csv", description = "输出全部行为 CSV / all rows as CSV")
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
        try (RunDatabase database = RunDatabase.of(PublishedRun.find(run))) {
            Answer answer = database.ask(sql);
            if (csv) {
                answer.csv(out);
                out.flush();
            } else {
                answer.lines(SHOWN).forEach(out::println);
                out.println(options.language.of(closing(answer.rows().size())));
            }
        }
        return 0;
    }

    private static Words closing(int rows) {
        return rows <= SHOWN
                ? new Words("共 " + rows + " 行", rows + (rows == 1 ? " row" : " rows"))
                : new Words(
                        "共 " + rows + " 行，显示前 " + SHOWN + " 行；--csv 输出全部",
                        rows + " rows, the first " + SHOWN + " shown; --csv gives all");
    }
}
