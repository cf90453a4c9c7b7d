package org.junheng.jobs.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens reports in a browser as their readers do, and notes what the page asks for and what goes wrong. */
final class Reader implements AutoCloseable {
    /** Milliseconds from the beginning of the navigation until the page is loaded and something of it is seen. */
    private static final String OPENED = """
            () => {
                const [navigation] = performance.getEntriesByType('navigation');
                const [paint] = performance.getEntriesByName('first-contentful-paint');
                return navigation.loadEventEnd && paint ? Math.max(navigation.loadEventEnd, paint.startTime) : 0;
            }
            """;

    private final Chromium chromium = Chromium.start();
    private final List<String> requests = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Path folder;

    /** @param folder of the folders of runs */
    Reader(Path folder) {
        this.folder = folder;
    }

    BrowserContext context(int width) {
        return chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 800));
    }

    /** Opens a page of the report of a run; requests and errors are those of this page. */
    Page open(BrowserContext context, String run, String file) {
        requests.clear();
        errors.clear();
        Page page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                errors.add(message.text());
            }
        });
        page.navigate(report(run) + file);
        return page;
    }

    /** Where the report of a run begins. */
    String report(String run) {
        return folder.resolve(run).resolve("report").toUri().toString();
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** How long an open page took to open, in milliseconds. */
    static double opened(Page page) {
        return ((Number) page.waitForFunction(OPENED).jsonValue()).doubleValue();
    }

    /** Keeps a picture of the page, which must not be wider than the screen. */
    static void fits(Page page, String name) {
        int overflow = (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertTrue(overflow <= 0, name + " is " + overflow + " px wider than the screen");
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/report-" + name + ".png")));
    }

    @Override
    public void close() {
        chromium.close();
    }
}
