package org.junheng.jobs.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junheng.jobs.config.Templates;
import org.junheng.jobs.ingest.TemplateBooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code junheng init}: a commented evaluation file, a sample protocol and empty delivery templates. */
@Command(name = "init", description = "写出带注释的配置与空白数据模板 / write a commented configuration and empty templates")
final class InitCommand implements Callable<Integer>, LanguageOption.Chosen {
    @Parameters(paramLabel = "DIR", description = "目标文件夹 / where they go")
    Path folder = Path.of("");

    @Mixin
    LanguageOption options = new LanguageOption();

    @Override
    public LanguageOption options() {
        return options;
    }

    @Override
    public Integer call() {
        Templates.write(folder);
        TemplateBooks.write(folder.resolve("xlsx"));
        options.console()
                .line(
                        "模板已写入 " + folder
                                + "；下一步：填写 data/*.csv，或填写 xlsx/ 中的工作簿并在 evaluation.yaml 中写上它的路径，再运行 junheng check",
                        "templates are in " + folder
                                + "; next: fill data/*.csv, or a workbook of xlsx/ and name it in evaluation.yaml, then junheng check");
        return 0;
    }
}
