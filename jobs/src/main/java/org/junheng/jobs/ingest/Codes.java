package org.junheng.jobs.ingest;

import org.junheng.jobs.config.Mistake;
import org.junheng.metric.Words;

/** The documentation of all codes that a message about a delivery or an evaluation file may begin with, printed from the rules themselves. */
public final class Codes {
    private Codes() {}

    /** A table in Markdown: code, what follows, what is wrong, what to do. */
    public static String markdown() {
        StringBuilder out = new StringBuilder("""
                # 数据问题代码 · Codes of faults in delivered data

                REFUSE 拒收：the delivery is refused. QUARANTINE 隔离：the row leaves. TELL 告知：every row is used. STOP 停止：a mistake in the configuration, nothing is done.
                `*`: somebody may sign for it in a file of waivers. `…` stands for what the message names.

                | code | severity | 问题 | 改法 | what is wrong | fix |
                |---|---|---|---|---|---|
                """);
        for (Rule rule : Rule.values()) {
            String severity = rule.severity() + (rule.isWaivable() ? " *" : "");
            out.append(line(rule.code(), severity, rule.what("…"), rule.fix()));
        }
        for (Mistake mistake : Mistake.values()) {
            out.append(line(mistake.code(), "STOP", mistake.what(), mistake.fix()));
        }
        return out.toString();
    }

    private static String line(String code, String severity, Words what, Words fix) {
        return "| " + String.join(" | ", code, severity, what.zh(), fix.zh(), what.en(), fix.en()) + " |\n";
    }
}
