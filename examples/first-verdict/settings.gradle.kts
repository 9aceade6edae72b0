rootProject.name = "first-verdict"
