package org.junheng.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.ingest.InertText;
import org.junheng.jobs.query.Answer;
import org.junheng.jobs.query.PublishedCell;
import org.junheng.jobs.query.PublishedParts;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.query.RunDatabase;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.trace.Evidenced;
import org.junheng.jobs.trace.InputRows;
import org.junheng.jobs.trace.Recomputed;
import org.junheng.jobs.trace.Scope;
import org.junheng.jobs.trace.Withheld;
import org.junheng.jobs.trace.Worked;
import org.junheng.metric.Words;
import org.junheng.subject.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code junheng trace}: from a published number to the clause that asks for it and the rows it rests on, and back by computing it again. */
@Command(
        name = "trace",
        description = {
            "追溯一个已公布的数：条款、公式、所依据的数据行，并据此重算",
            "from a published number to its clause, formula and input rows, and computed again from those rows alone",
            "",
            "例 / example:  junheng trace out/current \"gap.cv||county|530102|2024||PRIMARY||R2|\"",
            "  CELL: junheng query RUN \"select cell from measures\""
        })
final class TraceCommand implements Callable<Integer>, LanguageOption.Chosen {
    @Parameters(index = "0", paramLabel = "RUN", description = "结果文件夹或 current / the folder of a run, or current")
    Path run = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CELL",
            description = "measures 一行的键，以 | 相连 / the key of a row of measures, joined by |")
    @Nullable
    String cell;

    @Option(
            names = "--school",
            paramLabel = "CODE",
            description = "改为列出一所学校的全部结果与数据行 / instead: all results of a school, and its input rows")
    @Nullable
    String school;

    @Option(names = "--csv", description = "输出全部数据行为 CSV / all input rows as CSV")
    boolean csv;

    @Mixin
    LanguageOption options = new LanguageOption();

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        PublishedRun published = PublishedRun.find(run);
        try (RunDatabase database = RunDatabase.of(published)) {
            if (cell != null && school == null) {
                return number(published, database, cell);
            } else if (school != null && cell == null) {
                return school(published, database, school);
            }
        }
        throw new Refusal(
                ExitStatus.WRONG_USAGE,
                "请给出 CELL 或 --school CODE 之一",
                "Name either a CELL or --school CODE, and not both.");
    }

    private int number(PublishedRun published, RunDatabase database, String key) throws IOException {
        PublishedCell found = PublishedCell.find(database, key);
        Measures number = found.number();
        if (!csv) {
            text().number(found);
        }
        if (number.status() == Status.SUPPRESSED) {
            throw new Refusal(
                    ExitStatus.WRONG_USAGE,
                    "该数为保护小样本不公布，因此不列出其数据行，也不重算。",
                    "This number is suppressed to protect small groups: its rows are not shown and it is not computed again.");
        }
        TracedDelivery delivery = TracedDelivery.of(published);
        Withheld withheld = Withheld.of(delivery.evaluation().disclosure(), PublishedCell.suppressed(database));
        PublishedParts parts = PublishedParts.of(database, number, key).orElse(null);
        return delivery.read(checked -> {
            Scope scope = Scope.of(checked, Scope.Asked.of(number));
            List<InputRows> rows = Evidenced.of(scope, number, withheld, most());
            Recomputed recomputed = Recomputed.of(scope, delivery.evaluation(), delivery.rules());
            Measures again = recomputed.numbers(List.of(key)).get(key);
            Worked worked = Worked.of(recomputed.measured(), delivery.evaluation(), number, withheld);
            if (csv) {
                TraceRows lines = new TraceRows()
                        .number(key, "published", number)
                        .number(key, "computed_again", again)
                        .results("compared", worked.schools());
                print((parts == null ? lines : lines.results("parts", parts.rows()))
                        .inputs(rows)
                        .answer());
            } else {
                text().worked(worked, parts);
                text().scope(scope);
                text().rows(rows);
                text().again(number, again);
            }
            return number.equals(again) ? ExitStatus.DONE.code() : ExitStatus.BUG.code();
        });
    }

    private int school(PublishedRun published, RunDatabase database, String code) throws IOException {
        Answer figures = PublishedCell.figuresOf(database, code);
        Answer verdicts = PublishedCell.verdictsOn(database, code);
        TracedDelivery delivery = TracedDelivery.of(published);
        Withheld withheld = Withheld.of(delivery.evaluation().disclosure(), PublishedCell.suppressed(database));
        List<InputRows> rows = delivery.read(checked -> Evidenced.ofSchool(checked, code, withheld, most()));
        if (figures.rows().isEmpty() && rows.stream().allMatch(of -> of.all() == 0)) {
            String shown =
                    InertText.of(code.substring(0, Math.min(40, code.length()))).replace("\n", "\\u000A");
            throw new Refusal(
                    ExitStatus.WRONG_USAGE, "本次评价中没有学校 \"" + shown + "\"", "no school \"" + shown + "\" in this run");
        }
        if (csv) {
            print(new TraceRows()
                    .results("measures", figures)
                    .results("judgements", verdicts)
                    .inputs(rows)
                    .answer());
        } else {
            text().table(new Words("公布的指标", "published numbers"), figures);
            text().table(new Words("判定", "verdicts"), verdicts);
            text().rows(rows);
        }
        return ExitStatus.DONE.code();
    }

    private TraceText text() {
        return new TraceText(options.out(), options.language);
    }

    private void print(Answer answer) {
        PrintWriter out = options.out();
        try {
            answer.csv(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        out.flush();
    }

    private int most() {
        return csv ? Integer.MAX_VALUE : TraceText.SHOWN;
    }
}
