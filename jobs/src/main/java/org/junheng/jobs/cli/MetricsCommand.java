package org.junheng.jobs.cli;

import java.util.concurrent.Callable;
import org.junheng.jobs.publish.Dictionary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code junheng metrics}: the dictionary. */
@Command(name = "metrics", description = "指标词典 / the dictionary of metrics")
final class MetricsCommand implements Callable<Integer>, LanguageOption.Chosen {
    @Mixin
    LanguageOption options = new LanguageOption();

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() {
        options.out().println(Dictionary.markdown());
        return 0;
    }
}
