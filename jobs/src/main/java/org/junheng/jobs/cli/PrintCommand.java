package org.junheng.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.publish.Manifest;
import org.junheng.jobs.query.PublishedRun;
import org.junheng.jobs.report.PrintedPage;
import org.junheng.jobs.report.PrintedPages;
import org.junheng.jobs.report.SummaryTables;
import org.junheng.jobs.report.print.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code junheng print}: pages of a published run for paper. */
@Command(
        name = "print",
        description = {
            "把结果印成 PDF 和 Word 文档 / prints a run: PDF, and a Word document of the province",
            "",
            "不加选项时印全省；--all 印全省、各市(州)、各县、各集群；学校只在点名时印。",
            "The province unless told; --all: province, prefectures, counties, clusters; a school only when it is named."
        })
final class PrintCommand implements Callable<Integer>, LanguageOption.Chosen {
    private static final List<String> TYPES = List.of("province", "prefecture", "county", "cluster");

    @Parameters(index = "0", paramLabel = "RUN", description = "结果文件夹或 current / the folder of a run, or current")
    Path run = Path.of("");

    @Option(names = "--county", paramLabel = "CODE", description = "县，可多次 / a county; may be repeated")
    List<String> counties = new ArrayList<>();

    @Option(names = "--cluster", paramLabel = "ID", description = "集群，可多次 / a cluster; may be repeated")
    List<String> clusters = new ArrayList<>();

    @Option(names = "--school", paramLabel = "CODE", description = "学校，可多次 / a school; may be repeated")
    List<String> schools = new ArrayList<>();

    @Option(names = "--all", description = "除学校外的全部 / all but schools")
    boolean all;

    @Option(names = "--full", description = "附全部判定与指标 / with every verdict and figure")
    boolean full;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "写到哪里，默认 OUT/print/RUN / where to, OUT/print/RUN unless told")
    @Nullable
    Path to;

    @Mixin
    LanguageOption options = new LanguageOption();

    @Override
    public LanguageOption options() {
        return options;
    }

    /** A subject that somebody wants on paper. */
    private record Asked(String type, String code) {}

    @Override
    public Integer call() {
        PublishedRun published = PublishedRun.find(run);
        SummaryTables tables =
                SummaryTables.of(published.folder(), audience(published), Manifest.policies(published.folder()));
        PrintedPages pages = new PrintedPages(tables, options.language);
        List<PrintedPage> asked = asked(pages).map(one -> page(pages, one)).toList();
        Path folder = to == null ? folder(published) : to;
        Printer printer = new Printer(folder);
        long files =
                asked.stream().mapToLong(page -> printer.print(page).size()).sum();
        new Console(options.out(), options.language)
                .line(
                        "已写入 " + files + " 个文件：" + folder,
                        files + (files == 1 ? " file" : " files") + " written to " + folder);
        return 0;
    }

    /** That of the run; a school that is named has its page, but not in a report for the public. */
    private Audience audience(PublishedRun published) {
        Audience told = Manifest.audience(published.folder());
        if (!schools.isEmpty() && told == Audience.PUBLIC) {
            throw new Refusal(
                    ExitStatus.WRONG_USAGE,
                    "本次评价的报告面向公众(audience: public)，不印单个学校。请去掉 --school。",
                    "The report of this run is for the public (audience: public): no school is printed. Leave out"
                            + " --school.");
        }
        return schools.isEmpty() ? told : Audience.SCHOOL;
    }

    private Stream<Asked> asked(PrintedPages pages) {
        boolean named = !counties.isEmpty() || !clusters.isEmpty() || !schools.isEmpty();
        Stream<Asked> whole = TYPES.stream()
                .filter(type -> all || (!named && type.equals("province")))
                .flatMap(type -> pages.codes(type).stream().map(code -> new Asked(type, code)));
        Stream<Asked> single = Stream.of(
                        counties.stream().map(code -> new Asked("county", code)),
                        clusters.stream().map(code -> new Asked("cluster", code)),
                        schools.stream().map(code -> new Asked("school", code)))
                .flatMap(codes -> codes);
        return Stream.concat(whole, single).distinct();
    }

    private PrintedPage page(PrintedPages pages, Asked asked) {
        return pages.of(asked.type(), asked.code(), full ? PrintedPages.Depth.FULL : PrintedPages.Depth.SHORT)
                .orElseThrow(() -> new Refusal(
                        ExitStatus.WRONG_USAGE,
                        "本次评价没有 " + asked.type() + " " + asked.code() + " 的结果。代码见 csv/subjects.csv。",
                        "This run holds nothing of " + asked.type() + " " + asked.code()
                                + ". csv/subjects.csv lists the" + " codes."));
    }

    /** Beside the runs: a run that is published stays as it is. */
    private static Path folder(PublishedRun published) {
        Path runs = published.folder().resolveSibling(".").normalize();
        return runs.resolveSibling("print").resolve(published.id());
    }
}
