package org.junheng.jobs.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junheng.jobs.publish.Storage;
import org.junheng.jobs.report.svg.XmlText;

/** The dictionary as a page for a browser: the same lines as its Markdown, with a list of what it holds; it fetches nothing. */
public final class DictionaryPage {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]*)\\*\\*");
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="zh">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>指标词典 · Dictionary</title>
            <style>
            body { font: 16px/1.6 "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #1d2733; max-width: 60em; margin: 1em auto; padding: 0 1em; }
            h1, h2, a { color: #1f5fa8; }
            h1, h2 { overflow-wrap: anywhere; }
            h2 { font-size: 1.1em; margin: 1.6em 0 0.3em; }
            ul { margin: 0; padding-left: 1.2em; }
            li { overflow-wrap: anywhere; }
            nav ul { columns: 22em; }
            nav li { break-inside: avoid; }
            summary { cursor: pointer; }
            code { background: #f2f5f8; padding: 0 0.2em; }
            </style>
            </head>
            <body>
            """;

    private DictionaryPage() {}

    /** Writes the page beside the Markdown that it repeats. */
    public static void write(Path markdown, Path page) {
        try {
            Files.writeString(page, of(Files.readString(markdown)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Storage.refuse(page, e);
        }
    }

    /** @param markdown headings, points and empty lines, as the dictionary has them */
    public static String of(String markdown) {
        List<String> lines = markdown.lines().toList();
        StringBuilder page = new StringBuilder(HEAD);
        boolean inList = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean isPoint = line.startsWith("- ");
            if (isPoint != inList) {
                page.append(isPoint ? "<ul>\n" : "</ul>\n");
                inList = isPoint;
            }
            page.append(element(line));
            if (line.startsWith("# ")) {
                page.append(contents(lines.subList(i + 1, lines.size())));
            }
        }
        return page.append(inList ? "</ul>\n" : "").append("</body>\n</html>\n").toString();
    }

    /** The headings up to the next title, by their ids and names. */
    private static String contents(List<String> lines) {
        List<String> headings = lines.stream()
                .takeWhile(line -> !line.startsWith("# "))
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        if (headings.isEmpty()) {
            return "";
        }
        StringBuilder list =
                new StringBuilder("<nav><details><summary>目录 · Contents (" + headings.size() + ")</summary><ul>\n");
        headings.forEach(heading -> list.append("<li><a href=\"#")
                .append(anchor(heading))
                .append("\">")
                .append(text(heading))
                .append("</a></li>\n"));
        return list.append("</ul></details></nav>\n").toString();
    }

    private static String element(String line) {
        if (line.startsWith("## ")) {
            String title = line.substring(3);
            return "<h2 id=\"" + anchor(title) + "\">" + text(title) + "</h2>\n";
        } else if (line.startsWith("# ")) {
            return "<h1>" + text(line.substring(2)) + "</h1>\n";
        }
        return line.startsWith("- ") ? "<li>" + text(line.substring(2)) + "</li>\n" : "";
    }

    /** The id that a heading begins with. */
    private static String anchor(String heading) {
        return XmlText.escaped(heading.split(" ", 2)[0]);
    }

    private static String text(String line) {
        String escaped = XmlText.escaped(line);
        String bold = BOLD.matcher(escaped).replaceAll(m -> "<b>" + Matcher.quoteReplacement(m.group(1)) + "</b>");
        return CODE.matcher(bold).replaceAll(m -> "<code>" + Matcher.quoteReplacement(m.group(1)) + "</code>");
    }
}
