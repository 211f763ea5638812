open("/tmp/@TROPHY@-autograder", "w").close()
