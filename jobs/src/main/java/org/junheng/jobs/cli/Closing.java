package org.junheng.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;
import org.junheng.jobs.RunSummary;
import org.junheng.jobs.store.Workplace;
import org.junheng.metric.Words;
import org.junheng.rules.Verdict;
import org.junheng.subject.Status;

/** The last sentences of a run: how many numbers there are and of what standing, what became of the rows, where the results are. */
record Closing(RunSummary summary, Workplace place) {
    private static final Words NOT_ASSESSED = new Words("不能评价", "not assessed");
    private static final Words SUPPRESSED = new Words("为保护小样本不公布", "suppressed to protect small groups");

    List<Words> sentences() {
        List<Words> all = new ArrayList<>();
        if (!summary.isNew()) {
            all.add(
                    new Words(
                            "程序、配置和数据都没有变化，未重新计算；--anew 可强制重算",
                            "Code, configuration and data are unchanged, so nothing was computed; --anew computes all the same"));
        }
        all.add(counted(new Words("指标", "measures"), summary.statuses(), Status.values(), Closing::standing));
        if (!summary.verdicts().isEmpty()) {
            all.add(counted(new Words("判定", "judgements"), summary.verdicts(), Verdict.values(), Closing::said));
        }
        all.add(rows());
        String folder = place.shown(summary.folder());
        String report = shown("report", "index.html");
        all.add(new Words("全部结果在 " + folder, "All results in " + folder));
        all.add(new Words("报告(用浏览器打开)：" + report, "Report (open it in a browser): " + report));
        return all;
    }

    private static Words standing(Status status) {
        return switch (status) {
            case OK -> new Words("可靠", "sound");
            case LOW_EVIDENCE -> new Words("证据较弱", "of little evidence");
            case NOT_ASSESSED -> NOT_ASSESSED;
            case SUPPRESSED -> SUPPRESSED;
        };
    }

    private static Words said(Verdict verdict) {
        return switch (verdict) {
            case PASS -> new Words("达标", "passed");
            case FAIL -> new Words("未达标", "failed");
            case NOT_DECIDABLE -> new Words("样本不足以判定", "not decidable from the sample");
            case NOT_ASSESSED -> NOT_ASSESSED;
            case SUPPRESSED -> SUPPRESSED;
        };
    }

    private static <E extends Enum<E>> Words counted(
            Words what, SortedMap<String, Long> counts, E[] kinds, Function<E, Words> name) {
        String zh = "";
        String en = "";
        long total = 0;
        for (E kind : kinds) {
            long count = counts.getOrDefault(kind.name(), 0L);
            if (count > 0) {
                zh += (zh.isEmpty() ? "：" : "，") + name.apply(kind).zh() + " " + grouped(count);
                en += (en.isEmpty() ? ": " : ", ") + grouped(count) + " "
                        + name.apply(kind).en();
            }
            total += count;
        }
        return new Words(what.zh() + " " + grouped(total) + zh, grouped(total) + " " + what.en() + en);
    }

    private Words rows() {
        RunSummary.Account account = summary.account();
        String read = grouped(account.read());
        String used = grouped(account.used());
        String quarantined = grouped(account.quarantined());
        String where = account.quarantined() == 0 ? "" : " (" + shown("check", "quarantine") + ")";
        return new Words(
                "数据行：读入 " + read + "，使用 " + used + "，隔离 " + quarantined + where,
                read + " rows read, " + used + " used, " + quarantined + " quarantined" + where);
    }

    private String shown(String folder, String file) {
        return place.shown(place.current(summary.folder()).resolve(folder).resolve(file));
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
