package org.junheng.jobs.ingest;

import org.junheng.metric.Words;

/** The documentation of all codes that a message about a delivery may begin with, printed from the rules themselves. */
public final class Codes {
    private Codes() {}

    /** A table in Markdown: code, what follows, what is wrong, what to do. */
    public static String markdown() {
        StringBuilder out = new StringBuilder("""
                # 数据问题代码 · Codes of faults in delivered data

                REFUSE 拒收：the delivery is refused. QUARANTINE 隔离：the row leaves. TELL 告知：every row is used. `…` stands for what the message names.

                | code | severity | 问题 | 改法 | what is wrong | fix |
                |---|---|---|---|---|---|
                """);
        for (Rule rule : Rule.values()) {
            Words what = rule.what("…");
            Words fix = rule.fix();
            String cells =
                    String.join(" | ", rule.code(), rule.severity().name(), what.zh(), fix.zh(), what.en(), fix.en());
            out.append("| ").append(cells).append(" |\n");
        }
        return out.toString();
    }
}
