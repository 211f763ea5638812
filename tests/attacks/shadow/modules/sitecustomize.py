open("/tmp/@TROPHY@-sitecustomize", "w").close()
