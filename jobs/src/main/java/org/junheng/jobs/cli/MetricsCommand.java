package org.junheng.jobs.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.publish.Dictionary;
import org.junheng.jobs.report.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/** {@code junheng metrics}: the dictionary. */
@Command(
        name = "metrics",
        sortOptions = false,
        synopsisHeading = "用法 / usage: ",
        optionListHeading = "%n选项 / options%n",
        parameterListHeading = "%n参数 / arguments%n",
        description = "指标词典 / the dictionary of metrics")
final class MetricsCommand implements Callable<Integer>, LanguageOption.Chosen {
    @Mixin
    LanguageOption options = new LanguageOption();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Language language() {
        return options.language;
    }

    @Override
    public Integer call() {
        Specs.out(spec).println(Dictionary.markdown());
        return 0;
    }
}
