package org.junheng.jobs.publish;

import java.io.IOException;
import java.nio.file.Path;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;

/** What is said when a folder cannot be written. */
public final class Storage {
    private Storage() {}

    public static Refusal refuse(Path path, IOException cause) {
        String what = cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        Refusal refusal = new Refusal(
                ExitStatus.STORAGE,
                "无法写入 " + path + "(" + what + ")。没有发布任何结果；请检查路径、权限和剩余空间。",
                "cannot write " + path + " (" + what
                        + "). Nothing was published; check the path, its permissions and the space left.");
        refusal.initCause(cause);
        return refusal;
    }
}
