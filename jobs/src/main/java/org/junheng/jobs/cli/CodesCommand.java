package org.junheng.jobs.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ingest.Codes;
import org.junheng.jobs.report.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/** {@code junheng codes}: what the codes of messages about deliveries mean. */
@Command(
        name = "codes",
        sortOptions = false,
        synopsisHeading = "用法 / usage: ",
        optionListHeading = "%n选项 / options%n",
        parameterListHeading = "%n参数 / arguments%n",
        description = "数据问题代码 / the codes of faults in delivered data")
final class CodesCommand implements Callable<Integer>, LanguageOption.Chosen {
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
        Specs.out(spec).println(Codes.markdown());
        return 0;
    }
}
