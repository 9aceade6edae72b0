package com.devpayr.examples.desktop;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.OutagePolicy;
import com.devpayr.retrofit.RetrofitDevPayr;
import java.awt.GraphicsEnvironment;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/** Shows the state of the license in a window or, without a display, on the console. */
public final class Main {
    private static final int NOT_LICENSED = 1;

    private Main() {}

    /** Starts the application. Reads the license key from {@code DEVPAYR_LICENSE_KEY}. */
    public static void main(String[] arguments) {
        start(config(System.getenv("DEVPAYR_LICENSE_KEY")));
    }

    // <config>
    static DevPayrConfig config(@Nullable String licenseKey) {
        DevPayrConfig.Builder config = DevPayrConfig.builder()
                .baseUrl("https://api.devpayr.dev/api/v1/"); // in code: the environment could name an emulator
        return licenseKey == null
                ? config.build()
                : config.licenseKey(licenseKey).build();
    }
    // </config>

    static void start(DevPayrConfig config) {
        DevPayr devpayr = RetrofitDevPayr.create(config);
        // <guard>
        LicenseModel model = new LicenseModel(
                LicenseGuard.builder(devpayr)
                        .application("acme-photos")
                        .outagePolicy(
                                OutagePolicy.grace(Duration.ofDays(14))), // the lease is a file in the user's folder
                new FriendlyText(ZoneId.systemDefault()));
        // </guard>
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            model.close();
            devpayr.close();
        }));
        if (GraphicsEnvironment.isHeadless()) {
            System.exit(print(model.start().join(), System.out));
        }
        SwingUtilities.invokeLater(() -> showWindow(model));
    }

    private static int print(Notice notice, PrintStream out) {
        out.printf("%s%n%s%n", notice.headline(), notice.text());
        return notice.runs() ? 0 : NOT_LICENSED;
    }

    private static void showWindow(LicenseModel model) {
        JFrame window = new JFrame("Acme Photos");
        window.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
        window.add(new LicensePanel(model));
        window.pack();
        window.setLocationByPlatform(true);
        window.setVisible(true);
        model.start();
    }
}
