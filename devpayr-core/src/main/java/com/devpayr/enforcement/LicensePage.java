package com.devpayr.enforcement;

/** The HTML page for browsers. The default page has no scripts and no external resources, and supports dark mode. */
final class LicensePage {
    private static final String DEFAULT = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <title>{{title}}</title>
            <style>
            :root { color-scheme: light dark; --ground: #f6f6f4; --card: #fff; --text: #1c1c1a; --quiet: #5a5a55; }
            @media (prefers-color-scheme: dark) {
              :root { --ground: #161615; --card: #232321; --text: #f1f1ee; --quiet: #b4b4ad; }
            }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground);
              color: var(--text); font: 1.0625rem/1.6 system-ui, sans-serif; }
            main { box-sizing: border-box; width: min(34rem, 100% - 2rem); padding: 2rem; border-radius: .75rem;
              background: var(--card); border-inline-start: .375rem solid #b45309; }
            h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
            p { margin: 0 0 .75rem; overflow-wrap: anywhere; }
            p:last-child { margin: 0; color: var(--quiet); font-size: .9375rem; }
            </style>
            </head>
            <body>
            <main>
            <h1>{{title}}</h1>
            <p>{{message}}</p>
            <p>If you run this site, check its license. Reason: {{reason}}.</p>
            </main>
            </body>
            </html>
            """;

    private final String template;

    private LicensePage(String template) {
        this.template = template;
    }

    static LicensePage defaultPage() {
        return new LicensePage(DEFAULT);
    }

    static LicensePage of(String template) {
        return new LicensePage(template);
    }

    String render(String title, String message, String reason) {
        StringBuilder page = new StringBuilder();
        int from = 0;
        int open = template.indexOf("{{");
        while (open >= 0) {
            int close = template.indexOf("}}", open);
            if (close < 0) {
                break;
            }
            page.append(template, from, open)
                    .append(value(template.substring(open, close + 2), title, message, reason));
            from = close + 2;
            open = template.indexOf("{{", from);
        }
        return page.append(template.substring(from)).toString();
    }

    private static String value(String placeholder, String title, String message, String reason) {
        return switch (placeholder) {
            case "{{title}}" -> Escaper.html(title);
            case "{{message}}" -> Escaper.html(message);
            case "{{reason}}" -> Escaper.html(reason);
            default -> placeholder;
        };
    }
}
