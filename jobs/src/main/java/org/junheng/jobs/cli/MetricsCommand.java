package org.junheng.jobs.cli;

import java.util.concurrent.Callable;
import org.junheng.jobs.publish.Dictionary;
import org.junheng.jobs.report.DictionaryPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code junheng metrics}: the dictionary. */
@Command(name = "metrics", description = "指标词典 / the dictionary of metrics")
final class MetricsCommand implements Callable<Integer>, LanguageOption.Chosen {
    @Option(names = "--html", description = "网页 / as a page for a browser")
    boolean html;

    @Mixin
    LanguageOption options = new LanguageOption();

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() {
        options.out().println(html ? DictionaryPage.of(Dictionary.markdown()) : Dictionary.markdown());
        return 0;
    }
}
