package com.devpayr.examples.dashboard;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the dashboard.
 *
 * @param users Passwords by user name: plain text of at least 8 characters, or encoded such as '{bcrypt}$2y$…'.
 */
@ConfigurationProperties("dashboard")
record DashboardProperties(@DefaultValue Map<String, String> users) {
    private static final int MIN_LENGTH = 8;

    /** Requires a user with a password, since there is no default password. */
    DashboardProperties {
        if (users.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no user; set dashboard.users.<name> or DASHBOARD_USERS_<NAME> to a password");
        }
        users.forEach((name, password) -> {
            if (password.length() < MIN_LENGTH) {
                throw new IllegalArgumentException("the password dashboard.users." + name + " is shorter than "
                        + MIN_LENGTH + " characters; use a longer one");
            }
        });
    }

    /** Returns a text with the names of the users. Does not contain their passwords. */
    @Override
    public String toString() {
        return "DashboardProperties[users=" + users.keySet() + "]";
    }
}
