package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of this machine, driven without a screen; nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright driver;
    private final Browser browser;

    private Chromium(Path executable) {
        this.driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
    }

    /** Skips the test where there is no Chromium. */
    static Chromium start() {
        String named = System.getenv("CHROMIUM");
        Path executable = Path.of(named == null || named.isEmpty() ? "/usr/bin/chromium" : named);
        assumeTrue(
                Files.isExecutable(executable),
                "Chromium is missing: the page was not opened in a browser (install chromium or set CHROMIUM)");
        return new Chromium(executable);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
    }
}
